-- What must be true of the database at any moment when nobody changes it. Each query finds what
-- breaks the rule that stands above it; architecture.md's invariants, told a second time.

-- A node has a project if and only if it is not free; in maintenance it has the pool's.
select label, state from node
where (state = 'FREE' and project_id is not null)
  or (state in ('RESERVED', 'RELEASING', 'MAINTENANCE') and project_id is null);

-- A name is given once.
select 'project', label from project group by label having count(*) > 1
union all select 'node', label from node group by label having count(*) > 1
union all select 'network', label from network group by label having count(*) > 1
union all select 'switch', label from switch group by label having count(*) > 1
union all select 'nic', label from nic group by node_id, label having count(*) > 1
union all select 'port', name from port group by switch_id, name having count(*) > 1;

-- A name has the form of a label.
select label from (select label from project union all select label from node
  union all select label from network union all select label from switch
  union all select label from nic) named
where label !~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$';

-- What is connected is a NIC of a node of the project that holds it.
select a.id, a.node_id, a.project_id from attachment a
  join node n on n.id = a.node_id join nic c on c.id = a.nic_id
where n.project_id is distinct from a.project_id or c.node_id <> a.node_id;

-- An open operation keeps its node in its project.
select o.uuid, n.label from operation o join node n on n.id = o.held_node_id
where n.project_id is distinct from o.held_project_id;

-- A closed operation holds no node, has an end, and says why if it failed.
select uuid, state from operation
where state in ('DONE', 'ERROR', 'CANCELLED')
  and (held_node_id is not null or finished_at is null or (state = 'ERROR') <> (error is not null));

-- A channel of a NIC carries one network.
select nic_id, channel from attachment where state <> 'DETACHING'
group by nic_id, channel having count(*) > 1;

-- A network is once on a NIC.
select nic_id, network_id from attachment where state <> 'DETACHING'
group by nic_id, network_id having count(*) > 1;

-- A network is on its own channel or on the native one.
select a.id, a.channel, w.vlan from attachment a join network w on w.id = a.network_id
where a.channel not in ('vlan/native', 'vlan/' || w.vlan);

-- A NIC has one open operation.
select nic_id from operation where state in ('PENDING', 'RUNNING') and nic_id is not null
group by nic_id having count(*) > 1;

-- What is connected has arrived, unless an operation is open for it.
select a.id, a.state from attachment a
where a.state = 'ATTACHING' and not exists (select 1 from operation o
  where o.nic_id = a.nic_id and o.state in ('PENDING', 'RUNNING'));

-- A VLAN is used by one network.
select vlan from network group by vlan having count(*) > 1;

-- A VLAN is marked as used if and only if a network has it.
select v.id, v.state, w.label from vlan v full join network w on w.vlan = v.id
where (v.state = 'USED') is distinct from (w.id is not null);

-- VLAN 1 and those that switches park ports on belong to nobody.
select label, vlan from network where vlan = 1 or vlan >= 3800;

-- What is connected is a network that the project may use.
select a.id, w.label from attachment a join network w on w.id = a.network_id
where w.visibility = 'SHARED' and not exists (select 1 from network_grant g
  where g.network_id = w.id and g.project_id = a.project_id);

-- A port has one NIC, and trunks have none.
select p.name from port p join nic c on c.port_id = p.id
group by p.id having count(*) > 1 or p.role <> 'EDGE';

-- A headnode that is being made or removed has an operation open for that.
select h.label, h.state from headnode h
where h.state in ('CREATING', 'DELETING') and not exists (select 1 from operation o
  where o.headnode_id = h.id and o.state in ('PENDING', 'RUNNING'));

-- A headnode's NIC is on what it shall be on, unless an operation is open for it, or it failed.
select i.id, i.network_id, i.carried_id from hnic i join headnode h on h.id = i.headnode_id
where i.carried_id is distinct from i.network_id and h.state in ('STOPPED', 'RUNNING')
  and not exists (select 1 from operation o
    where o.headnode_id = h.id and o.state in ('PENDING', 'RUNNING', 'ERROR'));

-- A headnode is on networks only that its project may use.
select i.id, w.label from hnic i join network w on w.id in (i.network_id, i.carried_id)
where w.visibility = 'SHARED' and not exists (select 1 from network_grant g
  where g.network_id = w.id and g.project_id = i.project_id);

-- A person is a member once, by what the login calls him for ever.
select project_id, issuer, subject from membership
group by project_id, issuer, subject having count(*) > 1 or issuer = '' or subject = '';

-- The audit trail knows a release between two reservations, and the last word on each node.
select target, action, id from (
  select target, action, id, lag(action) over each as before, lead(action) over each as after
  from audit_event where action in ('node.reserve', 'node.release', 'node.delete')
  window each as (partition by target order by id)) told
where (action = 'node.reserve' and before = 'node.reserve')
  or (action = 'node.release' and before is distinct from 'node.reserve')
  or (after is null and (action = 'node.reserve') <> exists (
    select 1 from node n where n.label = target and n.state not in ('FREE', 'MAINTENANCE')));

-- The audit trail knows each network, and no more.
select target, action, id from (
  select target, action, id, lead(action) over each as after
  from audit_event where action in ('network.create', 'network.delete')
  window each as (partition by target order by id)) told
where after = action
  or (after is null and (action = 'network.create') <> exists (
    select 1 from network w where w.label = target));
