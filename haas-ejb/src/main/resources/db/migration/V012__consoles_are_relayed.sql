-- Where the other instances reach the one that has a console's connection; null while an instance has
-- it that is too old to be asked. Written with the claim, so it is never another holder's.
alter table console add column address text;
