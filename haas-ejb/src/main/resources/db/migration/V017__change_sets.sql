-- Changes to many ports, decided together: all of them, or none. The state is the decision: one update
-- of one row. The words stay readable when the things are gone.
create table change_set (
  id           bigint generated always as identity primary key,
  uuid         uuid not null,
  state        text not null default 'PLANNED',
  project_id   bigint not null,
  project      text not null,
  requested_by text not null,
  planned_at   timestamptz not null default clock_timestamp(),
  applied_at   timestamptz,
  finished_at  timestamptz,
  -- why it is undone
  error        text,
  constraint change_set_uuid_unique unique (uuid),
  constraint change_set_state check (state in
    ('PLANNED', 'CANCELLED', 'APPLYING', 'COMMITTED', 'UNDOING', 'STUCK', 'UNDONE')),
  constraint change_set_error_told
    check ((state in ('UNDOING', 'STUCK', 'UNDONE')) = (error is not null))
);
create index change_set_by_project on change_set (project_id, id desc);

-- A port of it: what it is to be, what was read there before the first line, and how far it has come.
create table change_set_port (
  change_set_id bigint not null references change_set (id) on delete cascade,
  position      integer not null,
  nic_id        bigint references nic (id) on delete set null,
  node          text not null,
  nic           text not null,
  switch        text not null,
  port          text not null,
  goes_from     text not null,
  goes_to       text not null,
  lines         text not null,
  state         text not null default 'PLANNED',
  found         text,
  error         text,
  operation_id  bigint references operation (id) on delete set null,
  primary key (change_set_id, position),
  constraint change_set_port_nic_once unique (change_set_id, nic_id),
  constraint change_set_port_state check (state in
    ('PLANNED', 'WAITING', 'WRITTEN', 'DONE', 'UNCERTAIN', 'RESTORED'))
);
create index change_set_port_by_nic on change_set_port (nic_id);
create index change_set_port_by_operation on change_set_port (operation_id);

-- A network on it: there before, there afterwards, or both.
create table change_set_network (
  change_set_id bigint not null,
  position      integer not null,
  network       text not null,
  channel       text not null,
  was           boolean not null,
  shall         boolean not null,
  primary key (change_set_id, position, network),
  constraint change_set_network_port foreign key (change_set_id, position)
    references change_set_port (change_set_id, position) on delete cascade,
  constraint change_set_network_somewhen check (was or shall)
);

alter table operation add column change_set_id bigint references change_set (id) on delete set null;
create index operation_by_change_set on operation (change_set_id) where change_set_id is not null;

-- It is decided for only when each of its ports was read as it shall be, and ends undone only when each
-- was read as it had been.
create function change_set_is_whole() returns trigger language plpgsql as $$
begin
  if exists (select 1 from change_set_port p where p.change_set_id = new.id
      and p.state <> case new.state when 'COMMITTED' then 'WRITTEN' else 'RESTORED' end) then
    raise exception 'a port of the change-set is not as it would be'
      using errcode = 'check_violation', constraint = 'change_set_whole';
  end if;
  return new;
end $$;
create trigger change_set_decided_whole before update of state on change_set
  for each row when (new.state in ('COMMITTED', 'UNDONE') and old.state <> new.state)
  execute function change_set_is_whole();
