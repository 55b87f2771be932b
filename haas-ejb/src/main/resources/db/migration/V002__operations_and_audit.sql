-- A queue has one worker at a time, in whichever instance: holder, fence and claim_until are written
-- and compared with the database's clock only.
create table work_queue (
  name        text primary key,
  holder      uuid,
  fence       bigint not null default 0,
  claim_until timestamptz,
  dirty_since timestamptz
);

-- What is to be done to hardware, later. The words (project, node, nic, ...) stay readable when the
-- things are gone; the ids are there while the things are.
create table operation (
  id              bigint generated always as identity primary key,
  uuid            uuid not null,
  queue           text not null,
  kind            text not null,
  action          text not null,
  state           text not null,
  attempts        integer not null default 0,
  not_before      timestamptz not null default clock_timestamp(),
  error           text,
  requested_by    text not null,
  requested_at    timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  project_id      bigint,
  project         text,
  node            text,
  nic             text,
  network         text,
  channel         text,
  switch          text,
  port            text,
  port_id         bigint,
  nic_id          bigint,
  vlan            integer,
  held_node_id    bigint,
  held_project_id bigint,
  constraint operation_uuid_unique unique (uuid),
  constraint operation_state
    check (state in ('PENDING', 'RUNNING', 'DONE', 'ERROR', 'CANCELLED')),
  constraint operation_error_told check ((state = 'ERROR') = (error is not null) or state in ('PENDING', 'RUNNING')),
  constraint operation_port foreign key (port_id) references port (id) on delete set null,
  constraint operation_nic foreign key (nic_id) references nic (id) on delete set null,
  -- An open operation of a reserved node keeps the node in its project.
  constraint operation_node_project foreign key (held_node_id, held_project_id)
    references node (id, project_id) on update restrict on delete restrict,
  constraint operation_holds_only_while_open
    check (state in ('PENDING', 'RUNNING') or held_node_id is null)
);
create unique index operation_open_nic_unique on operation (nic_id)
  where state in ('PENDING', 'RUNNING');
create index operation_open on operation (queue, not_before, id)
  where state in ('PENDING', 'RUNNING');
create index operation_by_project on operation (project_id, id desc);
create index operation_by_node on operation (node, id desc);
create index operation_by_port on operation (port_id);
create index operation_by_nic on operation (nic_id);
create index operation_by_hold on operation (held_node_id) where held_node_id is not null;

-- An event is there if and only if the change was committed: same transaction. Names as text, no
-- foreign keys: it tells of things that are gone.
create table audit_event (
  id      bigint generated always as identity primary key,
  at      timestamptz not null default clock_timestamp(),
  actor   text not null,
  subject text not null,
  origin  text not null,
  action  text not null,
  project text,
  target  text,
  detail  text not null
);
create index audit_event_by_target on audit_event (target, id desc);
create index audit_event_by_project on audit_event (project, id desc);
create index audit_event_by_actor on audit_event (actor, id desc);

create function audit_event_is_for_ever() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is never changed';
end $$;
create trigger audit_event_no_change before update or delete or truncate on audit_event
  for each statement execute function audit_event_is_for_ever();
