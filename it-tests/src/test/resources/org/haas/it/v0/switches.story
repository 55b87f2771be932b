# Switches, their ports, and what is plugged into those.

admin PUT /project/lab-{run}
200

# Every type, with its arguments, its capabilities and a port of its form.

admin PUT /switch/mock-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
200

admin PUT /switch/mock-{run}/port/Ethernet1%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/mock-{run}/port/gi1%2F0%2F1
200

admin GET /switch/mock-{run}
200
  {"name": "mock-{run}", "ports": [{"label": "gi1/0/1"}], "capabilities": ["nativeless-trunk-mode"]}

await admin DELETE /switch/mock-{run}/port/gi1%2F0%2F1
200

admin DELETE /switch/mock-{run}
200

admin PUT /switch/powerconnect55xx-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/powerconnect55xx"}
200

admin PUT /switch/powerconnect55xx-{run}/port/1%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/powerconnect55xx-{run}/port/te1%2F0%2F1
200

admin GET /switch/powerconnect55xx-{run}
200
  {"name": "powerconnect55xx-{run}", "ports": [{"label": "te1/0/1"}], "capabilities": ["nativeless-trunk-mode"]}

await admin DELETE /switch/powerconnect55xx-{run}/port/te1%2F0%2F1
200

admin DELETE /switch/powerconnect55xx-{run}
200

admin PUT /switch/delln3000-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/delln3000", "dummy_vlan": "4093"}
200

admin PUT /switch/delln3000-{run}/port/1%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/delln3000-{run}/port/gi1%2F0%2F1
200

admin GET /switch/delln3000-{run}
200
  {"name": "delln3000-{run}", "ports": [{"label": "gi1/0/1"}], "capabilities": []}

await admin DELETE /switch/delln3000-{run}/port/gi1%2F0%2F1
200

admin DELETE /switch/delln3000-{run}
200

admin PUT /switch/nexus-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/nexus", "dummy_vlan": "17"}
200

admin PUT /switch/nexus-{run}/port/gi1%2F0%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/nexus-{run}/port/Ethernet1%2F1
200

admin GET /switch/nexus-{run}
200
  {"name": "nexus-{run}", "ports": [{"label": "Ethernet1/1"}], "capabilities": ["nativeless-trunk-mode"]}

await admin DELETE /switch/nexus-{run}/port/Ethernet1%2F1
200

admin DELETE /switch/nexus-{run}
200

admin PUT /switch/brocade-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/brocade", "interface_type": "TenGigabitEthernet"}
200

admin PUT /switch/brocade-{run}/port/gi1%2F0%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/brocade-{run}/port/1%2F0%2F1
200

admin GET /switch/brocade-{run}
200
  {"name": "brocade-{run}", "ports": [{"label": "1/0/1"}], "capabilities": []}

await admin DELETE /switch/brocade-{run}/port/1%2F0%2F1
200

admin DELETE /switch/brocade-{run}
200

admin PUT /switch/dellnos9-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/dellnos9", "interface_type": "GigabitEthernet"}
200

admin PUT /switch/dellnos9-{run}/port/gi1%2F0%2F1
400 BadArgumentError -- no port of such a switch

admin PUT /switch/dellnos9-{run}/port/1%2F1
200

admin GET /switch/dellnos9-{run}
200
  {"name": "dellnos9-{run}", "ports": [{"label": "1/1"}], "capabilities": []}

await admin DELETE /switch/dellnos9-{run}/port/1%2F1
200

admin DELETE /switch/dellnos9-{run}
200

admin PUT /switch/ovs-{run}
  {"ovs_bridge": "br0", "type": "http://schema.massopencloud.org/haas/v0/switches/ovs"}
200

admin GET /switches
200
  ["...", "ovs-{run}"]

admin DELETE /switch/ovs-{run}
200

# An id as a number, as scripts write it.

admin PUT /switch/ids-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/delln3000", "dummy_vlan": 4093}
200

admin DELETE /switch/ids-{run}
200

# What is no type, and what is not its arguments.

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "mock"}
400 BadArgumentError -- no such type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/cray"}
400 BadArgumentError -- no such type

admin PUT /switch/bad-{run}
  {"type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/mock", "dummy_vlan": "1"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": 1, "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/nexus"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/nexus", "dummy_vlan": "x"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/delln3000", "dummy_vlan": "4094"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h", "type": "http://schema.massopencloud.org/haas/v0/switches/ovs"}
400 BadArgumentError -- not the arguments of the type

admin PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "h"}
400 ValidationError -- argument missing

admin PUT /switch/bad-{run}
  {"type": 7}
400 ValidationError -- argument of a wrong type

# The switch of this story.

admin PUT /switch/switch-{run}
  {"username": "hil", "password": "correct horse", "hostname": "127.0.0.1:{switchport}", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
200

admin PUT /switch/switch-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
409 DuplicateError -- the switch exists

physics PUT /switch/bad-{run}
  {"username": "u", "password": "p", "hostname": "192.0.2.7", "type": "http://schema.massopencloud.org/haas/v0/switches/mock"}
401 AuthorizationError -- no administrator

admin GET /switches
200
  ["...", "switch-{run}"]

physics GET /switches
401 AuthorizationError -- no administrator

admin GET /switch/switch-{run}
200
  {"name": "switch-{run}", "ports": [], "capabilities": ["nativeless-trunk-mode"]}

admin GET /switch/none-{run}
404 NotFoundError -- no such switch

physics GET /switch/switch-{run}
401 AuthorizationError -- no administrator

# Its ports, in the order in which they were registered. The client escapes their slashes; scripts do not.

admin PUT /switch/switch-{run}/port/gi1%2F0%2F2
200

admin PUT /switch/switch-{run}/port/gi1/0/1
200

admin PUT /switch/switch-{run}/port/gi1%2F0%2F1
409 DuplicateError -- the port exists

admin PUT /switch/none-{run}/port/gi1%2F0%2F1
404 NotFoundError -- no such switch

physics PUT /switch/switch-{run}/port/gi1%2F0%2F3
401 AuthorizationError -- no administrator

admin GET /switch/switch-{run}
200
  {"name": "switch-{run}", "ports": [{"label": "gi1/0/2"}, {"label": "gi1/0/1"}],
   "capabilities": ["nativeless-trunk-mode"]}

admin GET /switch/switch-{run}/port/gi1%2F0%2F1
200
  {}

admin GET /switch/switch-{run}/port/gi1/0/1
200
  {}

admin GET /switch/switch-{run}/port/gi9%2F9%2F9
404 NotFoundError -- no such port

admin GET /switch/none-{run}/port/gi1%2F0%2F1
404 NotFoundError -- no such switch

physics GET /switch/switch-{run}/port/gi1%2F0%2F1
401 AuthorizationError -- no administrator

admin DELETE /switch/switch-{run}
409 BlockedError -- it has ports

physics DELETE /switch/switch-{run}
401 AuthorizationError -- no administrator

admin DELETE /switch/none-{run}
404 NotFoundError -- no such switch

# NICs behind them.

admin PUT /node/a-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/a-{run}"}}
200

admin PUT /node/a-{run}/nic/eth0
  {"macaddr": "52:54:00:00:00:01"}
200

admin PUT /node/a-{run}/nic/eth1
  {"macaddr": "52:54:00:00:00:02"}
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/connect_nic
  {"node": "a-{run}", "nic": "eth0"}
200

admin GET /switch/switch-{run}/port/gi1%2F0%2F1
200
  {"node": "a-{run}", "nic": "eth0", "networks": {}}

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}", "nic": "eth0"}
409 DuplicateError -- the NIC is on a port

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
409 DuplicateError -- a NIC is on the port

admin POST /switch/none-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
404 NotFoundError -- no such switch

admin POST /switch/switch-{run}/port/gi9%2F9%2F9/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
404 NotFoundError -- no such port

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "none-{run}", "nic": "eth1"}
404 NotFoundError -- no such node

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}", "nic": "eth9"}
404 NotFoundError -- no such NIC

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}"}
400 ValidationError -- argument missing

physics POST /switch/switch-{run}/port/gi1%2F0%2F2/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
401 AuthorizationError -- no administrator

admin DELETE /switch/switch-{run}/port/gi1%2F0%2F1
409 BlockedError -- a NIC is on it

physics DELETE /switch/switch-{run}/port/gi1%2F0%2F2
401 AuthorizationError -- no administrator

admin DELETE /switch/switch-{run}/port/gi9%2F9%2F9
404 NotFoundError -- no such port

admin DELETE /switch/none-{run}/port/gi1%2F0%2F1
404 NotFoundError -- no such switch

# Plain slashes before the action.

admin POST /switch/switch-{run}/port/gi1/0/2/connect_nic
  {"node": "a-{run}", "nic": "eth1"}
200

await admin POST /switch/switch-{run}/port/gi1/0/2/detach_nic
200

# Not while the node is in a project.

admin POST /project/lab-{run}/connect_node
  {"node": "a-{run}"}
200

admin POST /switch/switch-{run}/port/gi1%2F0%2F1/detach_nic
409 BlockedError -- its node is in a project

admin POST /project/lab-{run}/detach_node
  {"node": "a-{run}"}
200

physics POST /switch/switch-{run}/port/gi1%2F0%2F1/detach_nic
401 AuthorizationError -- no administrator

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/detach_nic
404 NotFoundError -- no NIC is on it

admin POST /switch/switch-{run}/port/gi9%2F9%2F9/detach_nic
404 NotFoundError -- no such port

admin POST /switch/none-{run}/port/gi1%2F0%2F1/detach_nic
404 NotFoundError -- no such switch

admin POST /switch/switch-{run}/port/gi1%2F0%2F2/revert
404 NotFoundError -- no NIC is on it

admin POST /switch/switch-{run}/port/gi9%2F9%2F9/revert
404 NotFoundError -- no such port

admin POST /switch/none-{run}/port/gi1%2F0%2F1/revert
404 NotFoundError -- no such switch

physics POST /switch/switch-{run}/port/gi1%2F0%2F1/revert
401 AuthorizationError -- no administrator

# All goes.

await admin POST /switch/switch-{run}/port/gi1%2F0%2F1/detach_nic
200

await admin DELETE /switch/switch-{run}/port/gi1%2F0%2F1
200

await admin DELETE /switch/switch-{run}/port/gi1/0/2
200

admin DELETE /switch/switch-{run}
200

admin DELETE /node/a-{run}/nic/eth0
200

admin DELETE /node/a-{run}/nic/eth1
200

admin DELETE /node/a-{run}
200

admin DELETE /project/lab-{run}
200
