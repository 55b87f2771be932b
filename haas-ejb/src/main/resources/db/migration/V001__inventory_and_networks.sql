-- The wrong state cannot be stored: every rule that a constraint can hold is held here, under a name
-- that org.haas.error.Errors translates into a sentence.

create table project (
  id      bigint generated always as identity primary key,
  label   text not null,
  constraint project_label_unique unique (label),
  constraint project_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$')
);

-- A person is an issuer's subject; the name may be given to somebody else one day.
create table membership (
  id         bigint generated always as identity primary key,
  project_id bigint not null references project (id) on delete cascade,
  issuer     text not null,
  subject    text not null,
  username   text not null,
  role       text not null,
  constraint membership_unique unique (project_id, issuer, subject),
  constraint membership_role check (role in ('MEMBER', 'MANAGER'))
);
create index membership_person on membership (issuer, subject);

create table switch (
  id       bigint generated always as identity primary key,
  label    text not null,
  type     text not null,
  host     text not null,
  tcp_port integer not null,
  username text not null,
  secret   bytea,
  host_key text,
  settings text not null default '{}',
  version  integer not null default 0,
  constraint switch_label_unique unique (label),
  constraint switch_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint switch_tcp_port_range check (tcp_port between 1 and 65535)
);

create table port (
  id        bigint generated always as identity primary key,
  switch_id bigint not null,
  name      text not null,
  role      text not null,
  state     text not null,
  last_read text,
  read_at   timestamptz,
  constraint port_name_unique unique (switch_id, name),
  constraint switch_in_use foreign key (switch_id) references switch (id) on delete restrict,
  constraint port_name_printable check (name ~ '^[!-~]{1,64}$'),
  constraint port_role check (role in ('EDGE', 'PRESET')),
  constraint port_state check (state in ('NEW', 'READY', 'FAILED'))
);

create table node (
  id           bigint generated always as identity primary key,
  label        text not null,
  state        text not null,
  project_id   bigint,
  tenure       uuid not null,
  bmc_type     text,
  bmc_endpoint text,
  bmc_secret   bytea,
  obm_enabled  boolean not null default false,
  version      integer not null default 0,
  constraint node_label_unique unique (label),
  constraint node_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  -- What attachments and open operations refer to: while they do, the project cannot change.
  constraint node_with_project_unique unique (id, project_id),
  constraint node_project foreign key (project_id) references project (id) on delete restrict,
  constraint node_state check (state in ('FREE', 'RESERVED', 'RELEASING', 'MAINTENANCE', 'BROKEN')),
  constraint node_owned_unless_free check (
    case state
      when 'FREE' then project_id is null
      when 'RESERVED' then project_id is not null
      else true
    end)
);
create index node_by_project on node (project_id, label);
create index node_by_state on node (state, label);

create table node_metadata (
  node_id bigint not null references node (id) on delete cascade,
  label   text not null,
  value   text not null,
  constraint node_metadata_unique primary key (node_id, label),
  constraint node_metadata_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$')
);

create table nic (
  id      bigint generated always as identity primary key,
  node_id bigint not null,
  label   text not null,
  mac     text not null,
  port_id bigint,
  constraint nic_label_unique unique (node_id, label),
  constraint nic_port_unique unique (port_id),
  -- What attachments refer to: a NIC's attachment is of the NIC's own node.
  constraint nic_with_node_unique unique (id, node_id),
  constraint node_in_use foreign key (node_id) references node (id) on delete restrict,
  constraint port_in_use foreign key (port_id) references port (id) on delete restrict,
  constraint nic_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  constraint nic_mac_form check (mac ~ '^([0-9a-f]{2}:){5}[0-9a-f]{2}$')
);

-- One row for each VLAN id that can be, or was, given to a network.
create table vlan (
  id       integer primary key,
  in_pool  boolean not null,
  state    text not null default 'FREE',
  freed_at timestamptz,
  constraint vlan_range check (id between 2 and 4094),
  constraint vlan_state check (state in ('FREE', 'USED'))
);
create index vlan_free on vlan (freed_at nulls first, id) where in_pool and state = 'FREE';

-- Which switches may still know a VLAN: written before the first port carries it, deleted when the
-- switch was read clean. A free id that has a carrier is in quarantine and is given to nobody.
create table vlan_carrier (
  vlan      integer not null references vlan (id),
  switch_id bigint not null references switch (id) on delete cascade,
  primary key (vlan, switch_id)
);
create index vlan_carrier_by_switch on vlan_carrier (switch_id);

create table network (
  id         bigint generated always as identity primary key,
  label      text not null,
  owner_id   bigint,
  vlan       integer not null,
  visibility text not null,
  version    integer not null default 0,
  constraint network_label_unique unique (label),
  constraint network_vlan_unique unique (vlan),
  constraint network_vlan foreign key (vlan) references vlan (id),
  constraint network_owner foreign key (owner_id) references project (id) on delete restrict,
  constraint network_label_form check (label ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$'),
  -- Explicit: an empty list of grants never means "everybody".
  constraint network_visibility check (visibility in ('PUBLIC', 'SHARED'))
);
create index network_by_owner on network (owner_id, label);

create table network_grant (
  network_id bigint not null references network (id) on delete cascade,
  project_id bigint not null,
  constraint network_grant_unique primary key (network_id, project_id),
  constraint network_grant_project foreign key (project_id) references project (id) on delete restrict
);
create index network_grant_by_project on network_grant (project_id);

create table attachment (
  id         bigint generated always as identity primary key,
  nic_id     bigint not null,
  node_id    bigint not null,
  project_id bigint not null,
  network_id bigint not null,
  channel    text not null,
  state      text not null,
  constraint attachment_nic foreign key (nic_id, node_id) references nic (id, node_id)
    on update restrict on delete restrict,
  constraint attachment_node_project foreign key (node_id, project_id)
    references node (id, project_id) on update restrict on delete restrict,
  constraint network_in_use foreign key (network_id) references network (id) on delete restrict,
  constraint attachment_channel_form check (channel ~ '^vlan/(native|[1-9][0-9]{0,3})$'),
  constraint attachment_state check (state in ('ATTACHING', 'ATTACHED', 'DETACHING'))
);
-- One network on a channel of a NIC, a network once on a NIC; what is being taken off does not
-- count, so that it can be replaced and put back.
create unique index attachment_channel_unique on attachment (nic_id, channel)
  where state <> 'DETACHING';
create unique index attachment_network_unique on attachment (nic_id, network_id)
  where state <> 'DETACHING';
create index attachment_by_nic on attachment (nic_id);
create index attachment_by_node on attachment (node_id);
create index attachment_by_network on attachment (network_id);
create index attachment_by_project on attachment (project_id);
