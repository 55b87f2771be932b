-- What a controller kept is read away when a machine is given back and was seen off: then the newest
-- operation is noted, and the next tenure sees its console from its first byte. Instances do not relay
-- consoles to each other, so no address is kept.
alter table console
  add column clean_after bigint,
  drop column address;
