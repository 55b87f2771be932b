-- What a worker comes back for although nobody asked.
alter table work_queue
  -- when the hardware is looked at next
  add column check_at timestamptz not null default clock_timestamp(),
  -- when what differs is to be put right as well: a worker vanished, and his last lines may arrive late
  add column mend_at timestamptz;

-- A port that was read as something else than it shall be, and since when.
alter table port
  add column difference text,
  add column differs_since timestamptz,
  add constraint port_difference_dated check ((difference is null) = (differs_since is null));
create index port_differing on port (switch_id, id) where difference is not null;

-- The network that goes, as "network" is the one that comes; and whether nothing is written.
alter table operation
  add column leaving text,
  add column looks boolean not null default false;
