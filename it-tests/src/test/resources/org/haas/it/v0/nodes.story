# Nodes, what is recorded of them, and their NICs.

admin PUT /project/lab-{run}
200

admin POST /auth/basic/user/physics/add_project
  {"project": "lab-{run}"}
200

admin PUT /node/a-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/a-{run}"}}
200

admin PUT /node/a-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/a-{run}"}}
409 DuplicateError -- the node exists

physics PUT /node/b-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/b-{run}"}}
401 AuthorizationError -- no administrator

admin PUT /node/b-{run}
  {}
400 ValidationError -- argument missing

admin PUT /node/b-{run}
  {"obmd": {"uri": "{obmd}/b-{run}"}}
400 ValidationError -- argument missing

admin PUT /node/b-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/b-{run}", "x": 1}}
400 ValidationError -- unknown argument

admin PUT /node/b-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "ftp://127.0.0.1/b-{run}"}}
400 ValidationError -- no address of a daemon

admin PUT /node/b%20{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/b-{run}"}}
400 BadArgumentError -- no name

admin PUT /node/b-{run}
  {"obmd": {"admin_token": "", "uri": "https://obmd.example.org/"}, "metadata": {"cores": 8}}
200

nobody GET /nodes/free
401 AuthorizationError -- no login

physics GET /nodes/free
200
  ["...", "a-{run}", "b-{run}"]

physics GET /nodes/all
200
  ["...", "a-{run}", "b-{run}"]

physics GET /nodes/whatever
200
  ["...", "a-{run}", "b-{run}"]

# What is recorded: any JSON, shown as text.

admin PUT /node/b-{run}/metadata/site
  {"value": {"rack": [1, null]}}
200

admin PUT /node/b-{run}/metadata/note
  {"value": "old"}
200

admin PUT /node/b-{run}/metadata/note
  {"value": "new"}
200

admin PUT /node/b-{run}/metadata/note
  {}
400 ValidationError -- argument missing

admin PUT /node/none-{run}/metadata/note
  {"value": "new"}
404 NotFoundError -- no such node

physics PUT /node/b-{run}/metadata/note
  {"value": "mine"}
401 AuthorizationError -- no administrator

admin DELETE /node/b-{run}/metadata/cores
200

admin DELETE /node/b-{run}/metadata/cores
404 NotFoundError -- no such label

admin DELETE /node/none-{run}/metadata/cores
404 NotFoundError -- no such node

physics DELETE /node/b-{run}/metadata/note
401 AuthorizationError -- no administrator

admin GET /node/b-{run}
200
  {"name": "b-{run}", "project": null, "nics": [],
   "metadata": {"note": "\"new\"", "site": "{\"rack\":[1,null]}"}}

# NICs. Only administrators are told where they are plugged in.

admin PUT /node/a-{run}/nic/eth1
  {"macaddr": "52:54:00:00:00:02"}
200

admin PUT /node/a-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:01"}
200

admin PUT /node/a-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:03"}
409 DuplicateError -- the NIC exists

admin PUT /node/none-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:03"}
404 NotFoundError -- no such node

admin PUT /node/a-{run}/nic/eth2
  {}
400 ValidationError -- argument missing

admin PUT /node/a-{run}/nic/eth2
  {"macaddr": "x"}
400 BadArgumentError -- no MAC address

physics PUT /node/a-{run}/nic/eth2
  {"macaddr": "52:54:00:00:00:03"}
401 AuthorizationError -- no administrator

admin PUT /switch/switch-{run}
  {"username": "hil", "password": "correct horse", "hostname": "127.0.0.1:{switchport}", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
200

admin PUT /switch/switch-{run}/port/gi1%2F0%2F1
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/connect_nic
  {"node": "a-{run}", "nic": "eth0"}
200

admin GET /node/a-{run}
200
  {"name": "a-{run}", "project": null,
   "nics": [{"label": "eth0", "macaddr": "52:54:00:00:00:01", "port": "gi1/0/1", "switch": "switch-{run}", "networks": {}},
            {"label": "eth1", "macaddr": "52:54:00:00:00:02", "port": null, "switch": null, "networks": {}}],
   "metadata": {}}

physics GET /node/a-{run}
200
  {"name": "a-{run}", "project": null,
   "nics": [{"label": "eth0", "macaddr": "52:54:00:00:00:01", "networks": {}},
            {"label": "eth1", "macaddr": "52:54:00:00:00:02", "networks": {}}],
   "metadata": {}}

admin DELETE /node/a-{run}/nic/eth0
409 BlockedError -- it is on a port

admin DELETE /node/a-{run}
409 BlockedError -- it has NICs

# In a project: others do not see into it, and it stays as it is.

physics POST /project/lab-{run}/connect_node
  {"node": "a-{run}"}
200

physics GET /nodes/free
200
  ["...", "b-{run}"]

physics GET /node/a-{run}
200
  {"name": "a-{run}", "project": "lab-{run}",
   "nics": [{"label": "eth0", "macaddr": "52:54:00:00:00:01", "networks": {}},
            {"label": "eth1", "macaddr": "52:54:00:00:00:02", "networks": {}}],
   "metadata": {}}

biology GET /node/a-{run}
401 AuthorizationError -- not in its project

physics GET /node/none-{run}
404 NotFoundError -- no such node

admin DELETE /node/a-{run}/nic/eth1
409 BlockedError -- its node is in a project

physics DELETE /node/a-{run}/nic/eth1
401 AuthorizationError -- no administrator

admin DELETE /node/a-{run}
409 BlockedError -- it is in a project

physics DELETE /node/a-{run}
401 AuthorizationError -- no administrator

# All goes.

physics POST /project/lab-{run}/detach_node
  {"node": "a-{run}"}
200

await admin POST /switch/switch-{run}/port/gi1%2F0%2F1/detach_nic
200

admin DELETE /node/a-{run}/nic/eth0
200

admin DELETE /node/a-{run}/nic/eth0
404 NotFoundError -- no such NIC

admin DELETE /node/none-{run}/nic/eth0
404 NotFoundError -- no such node

admin DELETE /node/a-{run}/nic/eth1
200

admin DELETE /node/a-{run}
200

admin DELETE /node/a-{run}
404 NotFoundError -- no such node

admin DELETE /node/b-{run}
200

await admin DELETE /switch/switch-{run}/port/gi1%2F0%2F1
200

admin DELETE /switch/switch-{run}
200

admin DELETE /project/lab-{run}
200
