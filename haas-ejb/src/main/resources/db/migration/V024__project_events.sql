-- What happened in a project, to be told in order to whoever says where he left off. Triggers write it, so that
-- whatever changes a thing, and by whichever statement, the event is in the change's own transaction. They do it at
-- its end: JPA asks for the id of a row that it has inserted by lastval(), and would be told the event's. A row has
-- no reference to its project: it goes by age only, and who may not see the project is asked elsewhere.
create table project_event (
  id         bigint generated always as identity primary key,
  -- given once the event is committed, and in an order in which nothing comes in later: see project_events_number
  position   bigint,
  at         timestamptz not null default clock_timestamp(),
  project_id bigint not null,
  what       text not null,
  name       text not null,
  node       text,
  actor      text,
  constraint project_event_position unique (position)
);
create index project_event_by_project on project_event (project_id, position);
create index project_event_unnumbered on project_event (id) where position is null;
create index project_event_by_age on project_event (at, id);

-- One row: the last position that was given, and the last that was forgotten.
create table project_event_mark (
  single    boolean primary key default true,
  last      bigint not null default 0,
  forgotten bigint not null default 0,
  constraint project_event_mark_only check (single),
  constraint project_event_mark_order check (forgotten between 0 and last)
);
insert into project_event_mark default values;

-- Ids are drawn before the commit, so that a reader may see 8 and, later, 7. Positions are given to committed
-- events by one transaction at a time: who has seen a position has every smaller one, too. Answers how many.
create function project_events_number(at_most integer) returns integer language plpgsql as $$
declare
  base  bigint;
  given integer;
begin
  if not exists (select from project_event where position is null) then
    return 0;
  end if;
  select last into base from project_event_mark for update;
  with next as (
    select id, row_number() over (order by id) as step
    from (select id from project_event where position is null order by id limit at_most) oldest)
  update project_event e set position = base + next.step from next where e.id = next.id;
  get diagnostics given = row_count;
  update project_event_mark set last = base + given where given > 0;
  return given;
end $$;

-- Answers how many went. What has no position yet is young, or gets one first.
create function project_events_forget(older_than interval, at_most integer) returns integer language plpgsql as $$
declare
  highest bigint;
  gone    integer;
begin
  perform from project_event_mark for update;
  with old as (
    select id from project_event where at < clock_timestamp() - older_than and position is not null
    order by position limit at_most),
  deleted as (delete from project_event e using old where e.id = old.id returning e.position)
  select max(position), count(*) into highest, gone from deleted;
  update project_event_mark set forgotten = highest where highest > forgotten;
  return gone;
end $$;

create function project_event_of_node() returns trigger language plpgsql as $$
begin
  if old.project_id is distinct from new.project_id and old.project_id is not null then
    insert into project_event (project_id, what, name, node)
      values (old.project_id, 'node.released', new.label, new.label);
  end if;
  if new.project_id is not null then
    insert into project_event (project_id, what, name, node)
      values (new.project_id, 'node.' || lower(new.state), new.label, new.label);
  end if;
  return null;
end $$;
create constraint trigger node_happens after update on node
  deferrable initially deferred for each row
  when (old.project_id is distinct from new.project_id or old.state is distinct from new.state)
  execute function project_event_of_node();

-- Its grants go with it, and by then nobody knows its name any more: so before.
create function project_event_of_network() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into project_event (project_id, what, name) values (new.owner_id, 'network.created', new.label);
    return null;
  end if;
  insert into project_event (project_id, what, name)
    select project, 'network.deleted', old.label
    from (select old.owner_id as project
          union select project_id from network_grant where network_id = old.id) those
    where project is not null
    order by project;
  return old;
end $$;
create constraint trigger network_happens after insert on network
  deferrable initially deferred for each row
  when (new.owner_id is not null) execute function project_event_of_network();
create trigger network_ends before delete on network for each row
  execute function project_event_of_network();

create function project_event_of_grant() returns trigger language plpgsql as $$
begin
  insert into project_event (project_id, what, name)
    select coalesce(new.project_id, old.project_id),
      case tg_op when 'INSERT' then 'network.granted' else 'network.revoked' end, n.label
    from network n
    where n.id = coalesce(new.network_id, old.network_id)
      and n.owner_id is distinct from coalesce(new.project_id, old.project_id);
  return null;
end $$;
create constraint trigger network_grant_happens after insert or delete on network_grant
  deferrable initially deferred for each row
  execute function project_event_of_grant();

create function project_event_of_membership() returns trigger language plpgsql as $$
begin
  insert into project_event (project_id, what, name)
    values (coalesce(new.project_id, old.project_id),
      case tg_op when 'INSERT' then 'member.added' when 'UPDATE' then 'member.changed' else 'member.removed' end,
      coalesce(new.username, old.username));
  return null;
end $$;
create constraint trigger membership_happens after insert or update or delete on membership
  deferrable initially deferred for each row
  execute function project_event_of_membership();

create function project_event_of_headnode() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into project_event (project_id, what, name) values (old.project_id, 'headnode.deleted', old.label);
  elsif tg_op = 'INSERT' or old.state is distinct from new.state then
    insert into project_event (project_id, what, name)
      values (new.project_id, 'headnode.' || lower(new.state), new.label);
  end if;
  return null;
end $$;
create constraint trigger headnode_happens after insert or update or delete on headnode
  deferrable initially deferred for each row
  execute function project_event_of_headnode();

create function project_event_of_operation() returns trigger language plpgsql as $$
begin
  insert into project_event (project_id, what, name, node, actor)
    values (new.project_id, 'operation.' || lower(new.state), new.uuid, new.node, new.requested_by);
  return null;
end $$;
create constraint trigger operation_begins after insert on operation
  deferrable initially deferred for each row
  when (new.project_id is not null) execute function project_event_of_operation();
create constraint trigger operation_happens after update on operation
  deferrable initially deferred for each row
  when (new.project_id is not null and old.state is distinct from new.state)
  execute function project_event_of_operation();

create function project_event_of_change_set() returns trigger language plpgsql as $$
begin
  insert into project_event (project_id, what, name, actor)
    values (new.project_id, 'change-set.' || lower(new.state), new.uuid, new.requested_by);
  return null;
end $$;
create constraint trigger change_set_begins after insert on change_set
  deferrable initially deferred for each row
  execute function project_event_of_change_set();
create constraint trigger change_set_happens after update on change_set
  deferrable initially deferred for each row
  when (old.state is distinct from new.state) execute function project_event_of_change_set();
