# Power: HIL's client is sent on to the node's daemon, with a token in the address, and asks there again.

admin PUT /project/lab-{run}
200

admin POST /auth/basic/user/physics/add_project
  {"project": "lab-{run}"}
200

admin PUT /node/a-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/a-{run}"}}
200

admin PUT /node/dead-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "http://127.0.0.1:9/node/dead-{run}"}}
200

# A free node is the administrators'.

physics POST /node/a-{run}/power_on
401 AuthorizationError -- it is free

physics POST /project/lab-{run}/connect_node
  {"node": "a-{run}"}
200

physics POST /project/lab-{run}/connect_node
  {"node": "dead-{run}"}
200

# The OBM is not enabled.

physics POST /node/a-{run}/power_on
409 BlockedError -- its OBM is not enabled

physics POST /node/a-{run}/power_off
409 BlockedError -- its OBM is not enabled

physics POST /node/a-{run}/power_cycle
  {"force": false}
409 BlockedError -- its OBM is not enabled

physics PUT /node/a-{run}/boot_device
  {"bootdev": "pxe"}
409 BlockedError -- its OBM is not enabled

physics GET /node/a-{run}/power_status
409 BlockedError -- its OBM is not enabled

physics GET /node/a-{run}/console
409 BlockedError -- its OBM is not enabled

# It is enabled: once, however often that is said.

biology PUT /node/a-{run}/obm
  {"enabled": true}
401 AuthorizationError -- not in its project

physics PUT /node/none-{run}/obm
  {"enabled": true}
404 NotFoundError -- no such node

physics PUT /node/a-{run}/obm
  {}
400 ValidationError -- argument missing

physics PUT /node/a-{run}/obm
  {"enabled": "yes"}
400 ValidationError -- argument of a wrong type

physics PUT /node/dead-{run}/obm
  {"enabled": true}
503 ServerError -- the daemon does not answer

physics PUT /node/a-{run}/obm
  {"enabled": true}
200

physics PUT /node/a-{run}/obm
  {"enabled": true}
200

* the daemon has a token of a-{run}

physics POST /node/a-{run}/power_on
307 {obmd}/a-{run}/power_on?token=tok%2B1

physics POST /node/a-{run}/power_off
307 {obmd}/a-{run}/power_off?token=tok%2B1

physics POST /node/a-{run}/power_off
  {}
307 {obmd}/a-{run}/power_off?token=tok%2B1

physics POST /node/a-{run}/power_cycle
307 {obmd}/a-{run}/power_cycle?token=tok%2B1

physics POST /node/a-{run}/power_cycle
  {"force": false}
307 {obmd}/a-{run}/power_cycle?token=tok%2B1

physics POST /node/a-{run}/power_cycle
  {"force": true}
307 {obmd}/a-{run}/power_cycle?token=tok%2B1

physics POST /node/a-{run}/power_cycle
  {"force": "yes"}
400 ValidationError -- argument of a wrong type

physics PUT /node/a-{run}/boot_device
  {"bootdev": "pxe"}
307 {obmd}/a-{run}/boot_device?token=tok%2B1

physics PUT /node/a-{run}/boot_device
  {}
400 ValidationError -- argument missing

physics GET /node/a-{run}/power_status
307 {obmd}/a-{run}/power_status?token=tok%2B1

physics GET /node/a-{run}/console
307 {obmd}/a-{run}/console?token=tok%2B1

admin POST /node/a-{run}/power_on
307 {obmd}/a-{run}/power_on?token=tok%2B1

# Not by others, and not of what there is not.

biology POST /node/a-{run}/power_on
401 AuthorizationError -- not in its project

biology POST /node/a-{run}/power_off
401 AuthorizationError -- not in its project

biology POST /node/a-{run}/power_cycle
  {"force": false}
401 AuthorizationError -- not in its project

biology PUT /node/a-{run}/boot_device
  {"bootdev": "pxe"}
401 AuthorizationError -- not in its project

biology GET /node/a-{run}/power_status
401 AuthorizationError -- not in its project

biology GET /node/a-{run}/console
401 AuthorizationError -- not in its project

physics POST /node/none-{run}/power_on
404 NotFoundError -- no such node

physics POST /node/none-{run}/power_off
404 NotFoundError -- no such node

physics POST /node/none-{run}/power_cycle
  {"force": false}
404 NotFoundError -- no such node

physics PUT /node/none-{run}/boot_device
  {"bootdev": "pxe"}
404 NotFoundError -- no such node

physics GET /node/none-{run}/power_status
404 NotFoundError -- no such node

physics GET /node/none-{run}/console
404 NotFoundError -- no such node

# It leaves its project when the OBM is disabled, which ends the token.

physics POST /project/lab-{run}/detach_node
  {"node": "a-{run}"}
409 BlockedError -- its OBM is enabled

physics PUT /node/a-{run}/obm
  {"enabled": false}
200

* the daemon has no token of a-{run}

physics POST /project/lab-{run}/detach_node
  {"node": "a-{run}"}
200

physics POST /node/a-{run}/power_on
401 AuthorizationError -- it is free

physics POST /project/lab-{run}/detach_node
  {"node": "dead-{run}"}
200

await admin DELETE /node/a-{run}
200

await admin DELETE /node/dead-{run}
200

admin DELETE /project/lab-{run}
200
