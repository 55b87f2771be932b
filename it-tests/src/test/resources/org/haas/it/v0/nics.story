# NICs and their networks: what the switch does follows the answer.

admin PUT /project/alpha-{run}
200

admin PUT /project/beta-{run}
200

admin POST /auth/basic/user/physics/add_project
  {"project": "alpha-{run}"}
200

admin POST /auth/basic/user/biology/add_project
  {"project": "beta-{run}"}
200

admin PUT /switch/switch-{run}
  {"username": "hil", "password": "correct horse", "hostname": "127.0.0.1:{switchport}", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
200

admin PUT /node/a-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/a-{run}"}}
200

admin PUT /node/a-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:01"}
200

admin PUT /switch/switch-{run}/port/gi1%2F0%2F1
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/connect_nic
  {"node": "a-{run}", "nic": "eth0"}
200

admin PUT /node/a-{run}/nic/eth1
  {"macaddr": "52:54:00:00:00:02"}
200

admin PUT /switch/switch-{run}/port/gi1%2F0%2F2
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
200

admin PUT /node/a-{run}/nic/eth2
  {"macaddr": "52:54:00:00:00:03"}
200

admin PUT /node/free-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/free-{run}"}}
200

admin PUT /node/free-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:04"}
200

admin PUT /switch/switch-{run}/port/gi1%2F0%2F4
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F4/connect_nic
  {"node": "free-{run}", "nic": "eth0"}
200

physics POST /project/alpha-{run}/connect_node
  {"node": "a-{run}"}
200

physics PUT /network/own-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
200

physics PUT /network/second-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
200

biology PUT /network/theirs-{run}
  {"owner": "beta-{run}", "access": "beta-{run}", "net_id": ""}
200

admin PUT /network/public-{run}
  {"owner": "admin", "access": "", "net_id": "2952"}
200

# What is refused while nothing is connected.

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "theirs-{run}", "channel": "vlan/native"}
409 ProjectMismatchError -- its project may not use the network

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/4094"}
400 BadArgumentError -- not the network's channel

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "x"}
400 BadArgumentError -- not the network's channel

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "none-{run}", "channel": "vlan/native"}
404 NotFoundError -- no such network

physics POST /node/a-{run}/nic/eth9/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
404 NotFoundError -- no such NIC

physics POST /node/none-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
404 NotFoundError -- no such node

physics POST /node/a-{run}/nic/eth2/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
404 NotFoundError -- the NIC is on no port

admin POST /node/free-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
409 ProjectMismatchError -- the node is in no project

biology POST /node/a-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
401 AuthorizationError -- not in its project

physics POST /node/a-{run}/nic/eth0/connect_network
  {"channel": "vlan/native"}
400 ValidationError -- argument missing

physics POST /node/a-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
400 BadArgumentError -- the network is not on the NIC

physics POST /node/a-{run}/nic/eth0/detach_network
  {"network": "none-{run}"}
404 NotFoundError -- no such network

physics POST /node/a-{run}/nic/eth9/detach_network
  {"network": "own-{run}"}
404 NotFoundError -- no such NIC

physics POST /node/none-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
404 NotFoundError -- no such node

admin POST /node/free-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
409 ProjectMismatchError -- the node is in no project

biology POST /node/a-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
401 AuthorizationError -- not in its project

physics POST /node/a-{run}/nic/eth0/detach_network
  {}
400 ValidationError -- argument missing

# One is connected; until the switch answers, it is pending.

* the switch hangs

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
202
  {"status_id": "{connecting=uuid}"}

physics GET /networking_action/{connecting}
200
  {"status": "PENDING", "node": "a-{run}", "nic": "eth0", "type": "modify_port", "channel": "vlan/native",
   "new_network": "own-{run}"}

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "second-{run}", "channel": "vlan/native"}
409 BlockedError -- an action is pending

physics POST /node/a-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
409 BlockedError -- an action is pending

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/revert
409 BlockedError -- an action is pending

physics DELETE /network/own-{run}
409 BlockedError -- an action is pending

physics POST /project/alpha-{run}/detach_node
  {"node": "a-{run}"}
409 BlockedError -- an action is pending

* the switch answers again

await physics GET /networking_action/{connecting}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth0", "type": "modify_port", "channel": "vlan/native",
   "new_network": "own-{run}"}

biology GET /networking_action/{connecting}
401 AuthorizationError -- not in its project

physics GET /networking_action/00000000-0000-4000-8000-000000000000
404 NotFoundError -- no such action

physics GET /networking_action/x
404 NotFoundError -- no such action

# It is shown from every side.

physics GET /network/own-{run}
200
  {"name": "own-{run}", "owner": "alpha-{run}", "access": ["alpha-{run}"],
   "channels": ["vlan/native", "vlan/{vlan=number}"], "connected-nodes": {"a-{run}": ["eth0"]}}

physics GET /node/a-{run}
200
  {"name": "a-{run}", "project": "alpha-{run}",
   "nics": [{"label": "eth0", "macaddr": "52:54:00:00:00:01", "networks": {"vlan/native": "own-{run}"}},
            {"label": "eth1", "macaddr": "52:54:00:00:00:02", "networks": {}},
            {"label": "eth2", "macaddr": "52:54:00:00:00:03", "networks": {}}],
   "metadata": {}}

physics GET /network/own-{run}/attachments
200
  {"a-{run}": {"nic": "eth0", "channel": "vlan/native", "project": "alpha-{run}"}}

physics GET /network/own-{run}/attachments?project=alpha-{run}
200
  {"a-{run}": {"nic": "eth0", "channel": "vlan/native", "project": "alpha-{run}"}}

admin GET /switch/switch-{run}/port/gi1%2F0%2F1
200
  {"node": "a-{run}", "nic": "eth0", "networks": {"vlan/native": "own-{run}"}}

# What is refused now.

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
409 BlockedError -- the network is on the NIC

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "second-{run}", "channel": "vlan/native"}
409 BlockedError -- the channel is taken

physics DELETE /network/own-{run}
409 BlockedError -- nodes are on it

physics POST /project/alpha-{run}/detach_node
  {"node": "a-{run}"}
409 BlockedError -- it is on a network

# Beside it a tagged one, and one of others on the other NIC; without a channel, it is the native one.

physics POST /node/a-{run}/nic/eth0/connect_network
  {"network": "public-{run}", "channel": "vlan/2952"}
202
  {"status_id": "{tagging=uuid}"}

await physics GET /networking_action/{tagging}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth0", "type": "modify_port", "channel": "vlan/2952",
   "new_network": "public-{run}"}

biology PUT /network/theirs-{run}/access/alpha-{run}
200

physics POST /node/a-{run}/nic/eth1/connect_network
  {"network": "theirs-{run}"}
202
  {"status_id": "{lending=uuid}"}

await physics GET /networking_action/{lending}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth1", "type": "modify_port", "channel": "vlan/native",
   "new_network": "theirs-{run}"}

physics GET /node/a-{run}
200
  {"name": "a-{run}", "project": "alpha-{run}",
   "nics": [{"label": "eth0", "macaddr": "52:54:00:00:00:01",
             "networks": {"vlan/2952": "public-{run}", "vlan/native": "own-{run}"}},
            {"label": "eth1", "macaddr": "52:54:00:00:00:02", "networks": {"vlan/native": "theirs-{run}"}},
            {"label": "eth2", "macaddr": "52:54:00:00:00:03", "networks": {}}],
   "metadata": {}}

biology DELETE /network/theirs-{run}/access/alpha-{run}
409 BlockedError -- nodes of the project are on it

# Off again: one by one, or all of a port.

physics POST /node/a-{run}/nic/eth0/detach_network
  {"network": "own-{run}"}
202
  {"status_id": "{detaching=uuid}"}

await physics GET /networking_action/{detaching}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth0", "type": "modify_port", "channel": "vlan/native",
   "new_network": null}

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/revert
200
  {"status_id": "{reverting=uuid}"}

await admin GET /networking_action/{reverting}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth0", "type": "revert_port", "channel": "", "new_network": null}

admin GET /switch/switch-{run}/port/gi1%2F0%2F1
200
  {"node": "a-{run}", "nic": "eth0", "networks": {}}

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/revert
200
  {"status_id": "{reverting=uuid}"}

await admin GET /networking_action/{reverting}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth1", "type": "revert_port", "channel": "", "new_network": null}

biology DELETE /network/theirs-{run}/access/alpha-{run}
200

physics POST /project/alpha-{run}/detach_node
  {"node": "a-{run}"}
200

await physics GET /nodes/free
200
  ["...", "a-{run}", "free-{run}"]

# A switch that carries tagged networks only beside a native one: that comes first and goes last.

* there is a Dell switch

admin PUT /switch/dell-{run}/port/1%2F1
200

admin POST /switch/dell-{run}/port/1%2F1/connect_nic
  {"node": "a-{run}", "nic": "eth2"}
200

admin POST /project/alpha-{run}/connect_node
  {"node": "a-{run}"}
200

physics POST /node/a-{run}/nic/eth2/connect_network
  {"network": "public-{run}", "channel": "vlan/2952"}
409 BlockedError -- tagged before a native one

physics POST /node/a-{run}/nic/eth2/connect_network
  {"network": "own-{run}", "channel": "vlan/native"}
202
  {"status_id": "{native=uuid}"}

await physics GET /networking_action/{native}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth2", "type": "modify_port", "channel": "vlan/native",
   "new_network": "own-{run}"}

physics POST /node/a-{run}/nic/eth2/connect_network
  {"network": "public-{run}", "channel": "vlan/2952"}
202
  {"status_id": "{tagging=uuid}"}

await physics GET /networking_action/{tagging}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth2", "type": "modify_port", "channel": "vlan/2952",
   "new_network": "public-{run}"}

physics POST /node/a-{run}/nic/eth2/detach_network
  {"network": "own-{run}"}
409 BlockedError -- the native one before a tagged one

admin POST /switch/dell-{run}/port/1%2F1/revert
200
  {"status_id": "{reverting=uuid}"}

await admin GET /networking_action/{reverting}
200
  {"status": "DONE", "node": "a-{run}", "nic": "eth2", "type": "revert_port", "channel": "", "new_network": null}

admin POST /project/alpha-{run}/detach_node
  {"node": "a-{run}"}
200

# All goes.

await admin POST /switch/dell-{run}/port/1%2F1/detach_nic
200

await admin DELETE /switch/dell-{run}/port/1%2F1
200

admin DELETE /switch/dell-{run}
200

await admin POST /switch/switch-{run}/port/gi1%2F0%2F1/detach_nic
200

await admin DELETE /switch/switch-{run}/port/gi1%2F0%2F1
200

admin DELETE /node/a-{run}/nic/eth0
200

await admin POST /switch/switch-{run}/port/gi1%2F0%2F2/detach_nic
200

await admin DELETE /switch/switch-{run}/port/gi1%2F0%2F2
200

admin DELETE /node/a-{run}/nic/eth1
200

admin DELETE /node/a-{run}/nic/eth2
200

await admin POST /switch/switch-{run}/port/gi1%2F0%2F4/detach_nic
200

await admin DELETE /switch/switch-{run}/port/gi1%2F0%2F4
200

admin DELETE /node/free-{run}/nic/eth0
200

admin DELETE /node/a-{run}
200

admin DELETE /node/free-{run}
200

admin DELETE /switch/switch-{run}
200

admin DELETE /network/own-{run}
200

admin DELETE /network/second-{run}
200

admin DELETE /network/theirs-{run}
200

admin DELETE /network/public-{run}
200

admin DELETE /project/alpha-{run}
200

admin DELETE /project/beta-{run}
200
