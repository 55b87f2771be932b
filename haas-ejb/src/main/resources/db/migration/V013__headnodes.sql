-- The mark on everything that this installation makes on hypervisors. It never changes: what carries
-- another one is somebody else's, and is never touched.
create table installation (
  single boolean primary key default true,
  owner  text not null,
  constraint installation_is_single check (single),
  constraint installation_owner_form check (owner ~ '^[0-9a-f]{12}$')
);
insert into installation (owner) values (left(replace(gen_random_uuid()::text, '-', ''), 12));

create table hypervisor (
  id       bigint generated always as identity primary key,
  label    text not null,
  type     text not null,
  address  text not null,
  username text not null default '',
  secret   bytea,
  host_key text,
  settings text not null default '{}',
  version  integer not null default 0,
  constraint hypervisor_label_unique unique (label),
  constraint hypervisor_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$')
);

-- What a hypervisor said last. Written by checks, so beside its row and without its version.
create table hypervisor_sight (
  hypervisor_id bigint primary key references hypervisor (id) on delete cascade,
  cpus          integer not null default 0,
  -- what our machines can have together: what is free, and what they have already
  room_mib      bigint not null default 0,
  free_disk_gib bigint not null default 0,
  read_at       timestamptz,
  -- why it could not be asked last, and since when; none when it could
  error         text,
  failed_at     timestamptz,
  constraint hypervisor_sight_error_dated check ((error is null) = (failed_at is null))
);
create table hypervisor_image (
  hypervisor_id bigint not null references hypervisor (id) on delete cascade,
  label         text not null,
  size_gib      integer not null,
  primary key (hypervisor_id, label),
  constraint hypervisor_image_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$')
);

-- What a project's headnodes may have together; a project without a row has what the installation gives.
create table headnode_limit (
  project_id bigint primary key references project (id) on delete cascade,
  headnodes  integer not null,
  cpus       integer not null,
  memory_mib integer not null,
  disk_gib   integer not null,
  constraint headnode_limit_range
    check (headnodes >= 0 and cpus >= 0 and memory_mib >= 0 and disk_gib >= 0)
);

create table headnode (
  id            bigint generated always as identity primary key,
  label         text not null,
  project_id    bigint not null,
  hypervisor_id bigint not null,
  -- its name on the hypervisor, never used again
  vm            uuid not null,
  image         text not null,
  cpus          integer not null,
  memory_mib    integer not null,
  disk_gib      integer not null,
  host_name     text not null,
  -- public SSH keys, one on each line
  ssh_keys      text not null default '',
  -- sealed: it may hold secrets of its tenant
  user_data     bytea,
  state         text not null,
  -- whether it was ever to be started: HIL's clients may change it until then
  started       boolean not null default false,
  version       integer not null default 0,
  constraint headnode_vm_unique unique (vm),
  -- What its NICs refer to: while there are any, it stays in its project.
  constraint headnode_with_project_unique unique (id, project_id),
  constraint headnode_project foreign key (project_id) references project (id) on delete restrict,
  constraint headnode_hypervisor foreign key (hypervisor_id) references hypervisor (id)
    on delete restrict,
  constraint headnode_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint headnode_image_form check (image ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint headnode_host_name_form check (host_name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  constraint headnode_size check (
    cpus between 1 and 256 and memory_mib between 16 and 1048576 and disk_gib between 1 and 65536),
  constraint headnode_state
    check (state in ('CREATING', 'STOPPED', 'RUNNING', 'BROKEN', 'DELETING'))
);
-- The name is free again at once; what goes is told apart by its vm.
create unique index headnode_label_unique on headnode (label) where state <> 'DELETING';
create index headnode_by_project on headnode (project_id, label);
create index headnode_by_hypervisor on headnode (hypervisor_id);
create index headnode_label_beginning on headnode (lower(label) text_pattern_ops);

create table hnic (
  id          bigint generated always as identity primary key,
  headnode_id bigint not null,
  project_id  bigint not null,
  label       text not null,
  mac         text not null,
  -- as the machine gives it to itself, with the length of its prefix; none: it asks DHCP
  address     text,
  -- what it shall be on, and what it may be on already: written before the hypervisor is told
  network_id  bigint,
  carried_id  bigint,
  -- whether it was read to be on the second one
  settled     boolean not null default true,
  -- it is being taken out
  leaving     boolean not null default false,
  constraint hnic_headnode foreign key (headnode_id, project_id) references headnode (id, project_id)
    on update restrict on delete cascade,
  constraint hnic_mac_unique unique (mac),
  constraint hnic_network foreign key (network_id) references network (id) on delete restrict,
  constraint hnic_carried foreign key (carried_id) references network (id) on delete restrict,
  constraint hnic_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint hnic_mac_form check (mac ~ '^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$'),
  constraint hnic_leaves_without_network check (not leaving or network_id is null)
);
create unique index hnic_label_unique on hnic (headnode_id, label) where not leaving;
create index hnic_by_headnode on hnic (headnode_id);
create index hnic_by_network on hnic (network_id) where network_id is not null;
create index hnic_by_carried on hnic (carried_id) where carried_id is not null;

-- A headnode is on such networks only that its project may use. Whoever connects holds the network's row
-- for share, whoever revokes holds it for update: neither overlooks the other.
create function hnic_network_is_usable() returns trigger language plpgsql as $$
begin
  if new.network_id is not null and not exists (
      select 1 from network n where n.id = new.network_id and (n.visibility = 'PUBLIC'
        or exists (select 1 from network_grant g
          where g.network_id = n.id and g.project_id = new.project_id))) then
    raise exception 'the project may not use the network'
      using errcode = 'check_violation', constraint = 'hnic_network_usable';
  end if;
  return new;
end $$;
create trigger hnic_network_usable before insert or update of network_id, project_id on hnic
  for each row execute function hnic_network_is_usable();

create function network_grant_has_no_headnode() returns trigger language plpgsql as $$
begin
  if exists (
      select 1 from hnic h where h.project_id = old.project_id
        and old.network_id in (h.network_id, h.carried_id)) then
    raise exception 'a headnode of the project is on the network'
      using errcode = 'foreign_key_violation', constraint = 'hnic_network_granted';
  end if;
  return old;
end $$;
create trigger hnic_network_granted before delete on network_grant
  for each row execute function network_grant_has_no_headnode();

alter table operation
  add column headnode text,
  add column headnode_id bigint,
  add column hnic_id bigint,
  add constraint operation_headnode foreign key (headnode_id) references headnode (id)
    on delete set null,
  add constraint operation_hnic foreign key (hnic_id) references hnic (id) on delete set null;
-- One at a time: of a headnode itself, and of each of its NICs.
create unique index operation_open_headnode_unique on operation (headnode_id)
  where state in ('PENDING', 'RUNNING') and headnode_id is not null
    and action not in ('plug_hnic', 'remove_hnic');
create unique index operation_open_hnic_unique on operation (hnic_id)
  where state in ('PENDING', 'RUNNING') and hnic_id is not null;
create index operation_by_headnode on operation (headnode_id) where headnode_id is not null;
create index operation_by_hnic on operation (hnic_id) where hnic_id is not null;

-- How far an operation of several steps has come. What is done is not begun again.
create table operation_step (
  operation_id bigint not null references operation (id) on delete cascade,
  position     integer not null,
  name         text not null,
  state        text not null default 'PENDING',
  started_at   timestamptz,
  finished_at  timestamptz,
  error        text,
  primary key (operation_id, position),
  constraint operation_step_state check (state in ('PENDING', 'RUNNING', 'DONE', 'ERROR'))
);
