-- The database went back in time, as an instance found. Until the row is accepted nothing is written
-- to switches and nothing is given away. The number of the last accepted row tells an instance
-- whether what it remembers is from before.
create table observation (
  id          bigint generated always as identity primary key,
  began_at    timestamptz not null default clock_timestamp(),
  reason      text not null,
  -- the newest operation at that moment: only a check after it tells what the switches are now
  after_id    bigint not null,
  accepted_at timestamptz,
  accepted_by text,
  constraint observation_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null))
);
create unique index observation_open_unique on observation ((true)) where accepted_at is null;
