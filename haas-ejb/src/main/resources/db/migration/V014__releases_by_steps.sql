-- What was seen when a step was done: the evidence that people read.
alter table operation_step add column found text;

-- Where machines go when their project gave them back, before anybody may have them: one project, and
-- the URL that is told. No row: they are free at once.
create table maintenance_pool (
  single     boolean primary key default true,
  project_id bigint not null,
  url        text not null,
  -- with which calls are signed; sealed
  secret     bytea not null,
  constraint maintenance_pool_is_single check (single),
  constraint maintenance_pool_project foreign key (project_id) references project (id)
    on delete restrict
);

-- A machine's last stay there: of the tenure in which it is there, or was.
create table maintenance_stay (
  node_id     bigint primary key references node (id) on delete cascade,
  tenure      uuid not null,
  since       timestamptz not null default clock_timestamp(),
  -- what tells the service
  call_id     bigint references operation (id) on delete set null,
  -- what the service answered last, and when
  answer      text,
  answered_at timestamptz
);
create index maintenance_stay_by_call on maintenance_stay (call_id);

-- Who is on his way out has still a project, which sees how that goes.
alter table node drop constraint node_owned_unless_free;
alter table node add constraint node_owned_unless_free check (
  case state
    when 'FREE' then project_id is null
    when 'BROKEN' then true
    else project_id is not null
  end);

-- Releases that are on their way already are worked by steps from now on.
insert into operation_step (operation_id, position, name)
  select o.id, s.position, s.name from operation o
    left join bmc b on b.node_id = o.node_id left join node_power w on w.node_id = o.node_id
    cross join (values (0, 'consoles'), (1, 'power'), (2, 'boot'), (3, 'free')) s (position, name)
  where o.action = 'release_node' and o.state in ('PENDING', 'RUNNING')
    and (s.name in ('consoles', 'free') or (s.name = 'boot' and b.node_id is not null)
      or (s.name = 'power' and b.node_id is not null and (b.type <> 'obmd' or w.touched)));

-- A machine leaves a tenure only when nothing of it goes on, and each step of its release was done: what
-- was to be seen off was, what was to be read as parked was. Whoever frees it by force takes the release
-- back. That nothing is attached is held by attachment_node_project.
create function node_left_nothing_behind() returns trigger language plpgsql as $$
begin
  if exists (select 1 from console c where c.node_id = old.id and c.tenure = old.tenure
      and c.holder is not null and c.claim_until > clock_timestamp()) then
    raise exception 'a console of the node is open'
      using errcode = 'check_violation', constraint = 'node_console_closed';
  end if;
  if exists (select 1 from operation o where o.node_id = old.id
      and o.state in ('PENDING', 'RUNNING')) then
    raise exception 'an operation of the node is open'
      using errcode = 'check_violation', constraint = 'node_operations_ended';
  end if;
  if old.state <> 'RELEASING' then
    return new;
  end if;
  if exists (select 1 from operation o join operation_step s on s.operation_id = o.id
      where o.node_id = old.id and o.tenure = old.tenure and o.action = 'release_node'
        and o.state <> 'CANCELLED' and (s.state <> 'DONE'
          or (s.name = 'power' and exists (select 1 from node_power w
            where w.node_id = old.id and w.state <> 'OFF'))
          or (s.name = 'ports' and exists (select 1 from nic c join port p on p.id = c.port_id
            where c.node_id = old.id and p.last_read is distinct from 'parked')))) then
    raise exception 'the release of the node is not done'
      using errcode = 'check_violation', constraint = 'node_released_whole';
  end if;
  return new;
end $$;
create trigger node_leaves_nothing_behind before update of state on node
  for each row when (new.state in ('FREE', 'MAINTENANCE') and old.state <> new.state)
  execute function node_left_nothing_behind();
