-- When a switch's ports are next looked at, without an operation: only what differs from what is known makes one.
alter table work_queue
  add column look_at timestamptz not null default clock_timestamp();
