-- When a switch's ports are next looked at, without an operation: only what differs from what is known makes one.
-- Since when looks fail: those that do wait apart from the others.
alter table work_queue
  add column look_at timestamptz not null default clock_timestamp(),
  add column look_failed_since timestamptz;
