# Projects, from the first login on.

nobody GET /projects
401 AuthorizationError -- no login

intruder GET /projects
401 AuthorizationError -- wrong password

stranger GET /projects
401 AuthorizationError -- user unknown

physics GET /projects
401 AuthorizationError -- no administrator

admin GET /projects
200
  ["..."]

admin GET /projects?x=1
400 ValidationError -- unknown argument

admin PUT /project/beta-{run}
200

admin PUT /project/alpha-{run}
200

admin PUT /project/alpha-{run}
409 DuplicateError -- the project exists

physics PUT /project/gamma-{run}
401 AuthorizationError -- no administrator

admin PUT /project/gamma-{run}
  {"a": 1}
400 ValidationError -- unknown argument

admin PUT /project/-{run}
400 BadArgumentError -- no name

admin GET /projects
200
  ["...", "alpha-{run}", "beta-{run}"]

admin POST /auth/basic/user/physics/add_project
  {"project": "alpha-{run}"}
200

admin POST /auth/basic/user/biology/add_project
  {"project": "beta-{run}"}
200

# Nothing in it.

physics GET /project/alpha-{run}/nodes
200
  []

physics GET /project/alpha-{run}/networks
200
  []

physics GET /project/alpha-{run}/headnodes
200
  []

biology GET /project/alpha-{run}/nodes
401 AuthorizationError -- not in the project

biology GET /project/alpha-{run}/networks
401 AuthorizationError -- not in the project

biology GET /project/alpha-{run}/headnodes
401 AuthorizationError -- not in the project

physics GET /project/none-{run}/nodes
404 NotFoundError -- no such project

physics GET /project/none-{run}/networks
404 NotFoundError -- no such project

physics GET /project/none-{run}/headnodes
404 NotFoundError -- no such project

# A node in it.

admin PUT /node/one-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/one-{run}"}}
200

admin PUT /node/two-{run}
  {"obmd": {"admin_token": "t0k3n", "uri": "{obmd}/two-{run}"}}
200

physics POST /project/alpha-{run}/connect_node
  {"node": "one-{run}"}
200

physics GET /project/alpha-{run}/nodes
200
  ["one-{run}"]

physics POST /project/alpha-{run}/connect_node
  {"node": "one-{run}"}
409 BlockedError -- the node is in a project

biology POST /project/beta-{run}/connect_node
  {"node": "one-{run}"}
409 BlockedError -- the node is in a project

physics POST /project/beta-{run}/connect_node
  {"node": "two-{run}"}
401 AuthorizationError -- not in the project

physics POST /project/alpha-{run}/connect_node
  {"node": "none-{run}"}
404 NotFoundError -- no such node

admin POST /project/none-{run}/connect_node
  {"node": "two-{run}"}
404 NotFoundError -- no such project

physics POST /project/alpha-{run}/connect_node
  {}
400 ValidationError -- argument missing

physics POST /project/alpha-{run}/connect_node
  {"node": 2}
400 ValidationError -- argument of a wrong type

admin DELETE /project/alpha-{run}
409 BlockedError -- it has nodes

physics DELETE /project/alpha-{run}
401 AuthorizationError -- no administrator

# The node leaves.

biology POST /project/beta-{run}/detach_node
  {"node": "one-{run}"}
404 NotFoundError -- not in the project

physics POST /project/alpha-{run}/detach_node
  {"node": "two-{run}"}
404 NotFoundError -- not in the project

physics POST /project/alpha-{run}/detach_node
  {"node": "none-{run}"}
404 NotFoundError -- no such node

admin POST /project/none-{run}/detach_node
  {"node": "one-{run}"}
404 NotFoundError -- no such project

biology POST /project/alpha-{run}/detach_node
  {"node": "one-{run}"}
401 AuthorizationError -- not in the project

physics POST /project/alpha-{run}/detach_node
  {"project": "alpha-{run}"}
400 ValidationError -- argument missing

physics POST /project/alpha-{run}/detach_node
  {"node": "one-{run}"}
200

await physics GET /nodes/free
200
  ["...", "one-{run}", "two-{run}"]

physics GET /project/alpha-{run}/nodes
200
  []

# Networks.

admin PUT /network/shared-{run}
  {"owner": "admin", "access": "alpha-{run}", "net_id": ""}
200

admin PUT /network/everybodys-{run}
  {"owner": "admin", "access": "", "net_id": ""}
200

physics GET /project/alpha-{run}/networks
200
  ["shared-{run}"]

admin DELETE /project/alpha-{run}
409 BlockedError -- it may use networks

physics PUT /network/own-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
200

physics GET /project/alpha-{run}/networks
200
  ["own-{run}", "shared-{run}"]

admin DELETE /network/shared-{run}
200

admin DELETE /project/alpha-{run}
409 BlockedError -- it has networks

# All goes.

physics DELETE /network/own-{run}
200

admin DELETE /network/everybodys-{run}
200

admin DELETE /node/one-{run}
200

admin DELETE /node/two-{run}
200

admin DELETE /project/alpha-{run}
200

admin DELETE /project/beta-{run}
200

admin DELETE /project/beta-{run}
404 NotFoundError -- no such project

admin GET /projects
200
  ["..."]
