# Networks and who may use them.

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

# A project's own.

physics PUT /network/own-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
200

physics GET /network/own-{run}
200
  {"name": "own-{run}", "owner": "alpha-{run}", "access": ["alpha-{run}"],
   "channels": ["vlan/native", "vlan/{vlan=number}"], "connected-nodes": {}}

physics PUT /network/other-{run}
  {"owner": "alpha-{run}", "access": "", "net_id": ""}
400 BadArgumentError -- made for another project

physics PUT /network/other-{run}
  {"owner": "alpha-{run}", "access": "beta-{run}", "net_id": ""}
400 BadArgumentError -- made for another project

physics PUT /network/other-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": "100"}
400 BadArgumentError -- a project asks for an id

physics PUT /network/other-{run}
  {"owner": "admin", "access": "", "net_id": ""}
401 AuthorizationError -- no administrator

biology PUT /network/other-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
401 AuthorizationError -- not in the owner

# The administrators', with an id of theirs or of the pool.

admin PUT /network/everybodys-{run}
  {"owner": "admin", "access": "", "net_id": "2950"}
200

admin GET /network/everybodys-{run}
200
  {"name": "everybodys-{run}", "owner": "admin", "access": null,
   "channels": ["vlan/native", "vlan/2950"], "connected-nodes": {}}

biology GET /network/everybodys-{run}
200
  {"name": "everybodys-{run}", "owner": "admin", "access": null,
   "channels": ["vlan/native", "vlan/2950"], "connected-nodes": {}}

admin PUT /network/other-{run}
  {"owner": "admin", "access": "", "net_id": "2950"}
409 BlockedError -- another network has the id

admin PUT /network/given-{run}
  {"owner": "admin", "access": "beta-{run}", "net_id": ""}
200

admin PUT /network/own-{run}
  {"owner": "admin", "access": "", "net_id": ""}
409 DuplicateError -- the network exists

admin PUT /network/other-{run}
  {"owner": "admin", "access": "", "net_id": "4095"}
400 BadArgumentError -- no VLAN id

admin PUT /network/other-{run}
  {"owner": "admin", "access": "", "net_id": "x"}
400 BadArgumentError -- no VLAN id

admin PUT /network/other-{run}
  {"owner": "none-{run}", "access": "none-{run}", "net_id": ""}
404 NotFoundError -- no such owner

admin PUT /network/other-{run}
  {"owner": "admin", "access": "none-{run}", "net_id": ""}
404 NotFoundError -- no such project has access

admin PUT /network/other-{run}
  {"owner": "admin", "access": ""}
400 ValidationError -- argument missing

* no VLAN is left

admin PUT /network/other-{run}
  {"owner": "admin", "access": "", "net_id": ""}
409 BlockedError -- no VLAN is left

* there are VLANs again

# Lists: others than administrators see the public ones.

admin GET /networks
200
  {"...": null,
   "everybodys-{run}": {"network_id": "2950", "projects": null},
   "given-{run}": {"network_id": "{given=number}", "projects": ["beta-{run}"]},
   "own-{run}": {"network_id": "{vlan}", "projects": ["alpha-{run}"]}}

physics GET /networks
200
  {"...": null, "everybodys-{run}": {"network_id": "2950", "projects": null}}

nobody GET /networks
401 AuthorizationError -- no login

biology GET /network/own-{run}
401 AuthorizationError -- may not use it

physics GET /network/none-{run}
404 NotFoundError -- no such network

# Access.

biology PUT /network/own-{run}/access/beta-{run}
401 AuthorizationError -- not in its owner

physics DELETE /network/own-{run}/access/beta-{run}
404 NotFoundError -- the project has no access

physics PUT /network/own-{run}/access/beta-{run}
200

physics PUT /network/own-{run}/access/beta-{run}
409 DuplicateError -- the project has access

physics PUT /network/own-{run}/access/none-{run}
404 NotFoundError -- no such project

physics PUT /network/none-{run}/access/beta-{run}
404 NotFoundError -- no such network

admin GET /network/own-{run}
200
  {"name": "own-{run}", "owner": "alpha-{run}", "access": ["alpha-{run}", "beta-{run}"],
   "channels": ["vlan/native", "vlan/{vlan}"], "connected-nodes": {}}

biology GET /project/beta-{run}/networks
200
  ["given-{run}", "own-{run}"]

biology DELETE /network/own-{run}/access/alpha-{run}
401 AuthorizationError -- neither in its owner nor in the project

physics DELETE /network/own-{run}/access/alpha-{run}
409 BlockedError -- the project owns it

physics DELETE /network/own-{run}/access/none-{run}
404 NotFoundError -- no such project

physics DELETE /network/none-{run}/access/beta-{run}
404 NotFoundError -- no such network

biology DELETE /network/own-{run}/access/beta-{run}
200

biology GET /project/beta-{run}/networks
200
  ["given-{run}"]

# Of others for whom an administrator asks.

admin PUT /network/given-{run}/access/alpha-{run}
200

admin GET /network/given-{run}
200
  {"name": "given-{run}", "owner": "admin", "access": ["alpha-{run}", "beta-{run}"],
   "channels": ["vlan/native", "vlan/{given}"], "connected-nodes": {}}

physics DELETE /network/given-{run}/access/alpha-{run}
200

# What is on them: nothing yet.

physics GET /network/own-{run}/attachments
200
  {}

physics GET /network/own-{run}/attachments?project=alpha-{run}
200
  {}

physics GET /network/everybodys-{run}/attachments
401 AuthorizationError -- neither its owner nor a project of one's own

physics GET /network/everybodys-{run}/attachments?project=alpha-{run}
200
  {}

biology GET /network/own-{run}/attachments
401 AuthorizationError -- neither its owner nor a project of one's own

physics GET /network/everybodys-{run}/attachments?project=beta-{run}
401 AuthorizationError -- a project of others

physics GET /network/own-{run}/attachments?project=beta-{run}
401 AuthorizationError -- a project of others

physics GET /network/none-{run}/attachments
404 NotFoundError -- no such network

physics GET /network/own-{run}/attachments?project=none-{run}
404 NotFoundError -- no such project

physics GET /network/own-{run}/attachments?project=
400 ValidationError -- an empty argument

# All goes.

biology DELETE /network/own-{run}
401 AuthorizationError -- not in its owner

physics DELETE /network/own-{run}
200

physics DELETE /network/own-{run}
404 NotFoundError -- no such network

admin DELETE /network/everybodys-{run}
200

admin DELETE /network/given-{run}
200

admin DELETE /project/alpha-{run}
200

admin DELETE /project/beta-{run}
200
