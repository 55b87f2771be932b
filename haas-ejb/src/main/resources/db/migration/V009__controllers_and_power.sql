-- A machine's management controller as it is recorded. A table of its own: who looks at nodes need not
-- read secrets, and who changes a controller need not wait for the node.
create table bmc (
  node_id     bigint primary key references node (id) on delete cascade,
  type        text not null,
  address     text not null,
  username    text not null default '',
  secret      bytea,
  certificate text,
  settings    text not null default '{}',
  -- what HIL's clients are sent to an OBM daemon with, while the OBM is enabled; sealed
  token       bytea,
  version     integer not null default 0,
  constraint bmc_certificate_form check (certificate ~ '^[0-9a-f]{64}$')
);
insert into bmc (node_id, type, address, secret)
  select id, bmc_type, bmc_endpoint, bmc_secret from node where bmc_type is not null;
alter table node drop column bmc_type, drop column bmc_endpoint, drop column bmc_secret;
insert into work_queue (name) select 'node:' || node_id from bmc on conflict do nothing;

-- What controllers said last. Written often, so beside the node and without its version. A node
-- without a controller has no row.
create table node_power (
  node_id   bigint primary key references node (id) on delete cascade,
  state     text not null default 'UNKNOWN',
  -- when that was read
  read_at   timestamptz,
  -- why it could not be read last, and since when; none when it could
  error     text,
  failed_at timestamptz,
  failures  integer not null default 0,
  -- when it is asked next
  poll_at   timestamptz not null default clock_timestamp(),
  -- whether this tenure may have switched the machine on, or chosen what it boots from
  touched   boolean not null default false,
  booting   boolean not null default false,
  constraint node_power_state check (state in ('ON', 'OFF', 'UNKNOWN')),
  constraint node_power_error_dated check ((error is null) = (failed_at is null))
);
create index node_power_due on node_power (poll_at);
create index node_power_failing on node_power (node_id) where error is not null;
insert into node_power (node_id) select node_id from bmc;

alter table operation
  -- the machine, of an operation of its controller, and the tenure that it was asked in
  add column node_id bigint,
  add column tenure uuid,
  -- what has to end before this begins
  add column after_id bigint,
  add column boot_device text,
  add column boot_once boolean not null default false,
  -- how far it has come: when the controller was told, and whether the machine was seen off since
  add column told_at timestamptz,
  add column off_seen boolean not null default false,
  add constraint operation_node foreign key (node_id) references node (id) on delete set null,
  add constraint operation_boot_device check (boot_device in ('DISK', 'PXE', 'NONE'));
-- One of each sort at a time: power, boot device, release.
create unique index operation_open_power_unique on operation
  (node_id, (case action when 'boot_device' then 1 when 'release_node' then 2 else 0 end))
  where state in ('PENDING', 'RUNNING') and node_id is not null;
create index operation_by_machine on operation (node_id) where node_id is not null;
