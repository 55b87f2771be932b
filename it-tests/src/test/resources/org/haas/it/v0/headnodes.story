# Headnodes. What takes time is begun: the client asks again.

* there is a hypervisor

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

physics PUT /network/own-{run}
  {"owner": "alpha-{run}", "access": "alpha-{run}", "net_id": ""}
200

biology PUT /network/theirs-{run}
  {"owner": "beta-{run}", "access": "beta-{run}", "net_id": ""}
200

# The client asks without the slash at the end, and is sent where it is.

physics GET /headnode_images
308 {server}/api/v0/headnode_images/

physics GET /headnode_images/
200
  ["...", "image-{run}"]

nobody GET /headnode_images/
401 AuthorizationError -- no login

# One is made.

physics PUT /headnode/head-{run}
  {"project": "alpha-{run}", "base_img": "none-{run}"}
400 BadArgumentError -- no such image

physics PUT /headnode/head-{run}
  {"project": "none-{run}", "base_img": "image-{run}"}
404 NotFoundError -- no such project

biology PUT /headnode/head-{run}
  {"project": "alpha-{run}", "base_img": "image-{run}"}
401 AuthorizationError -- not in the project

physics PUT /headnode/head-{run}
  {"project": "alpha-{run}"}
400 ValidationError -- argument missing

physics PUT /headnode/head-{run}
  {"project": "alpha-{run}", "base_img": "image-{run}"}
200

physics PUT /headnode/head-{run}
  {"project": "alpha-{run}", "base_img": "image-{run}"}
409 DuplicateError -- the headnode exists

physics GET /headnode/head-{run}
200
  {"name": "head-{run}", "project": "alpha-{run}", "hnics": [], "vncport": null, "uuid": "{uuid=uuid}",
   "base_img": "image-{run}"}

physics GET /project/alpha-{run}/headnodes
200
  ["head-{run}"]

physics GET /headnode/none-{run}
404 NotFoundError -- no such headnode

biology GET /headnode/head-{run}
401 AuthorizationError -- not in its project

admin DELETE /project/alpha-{run}
409 BlockedError -- it has headnodes

# Its NICs, before it is started.

physics PUT /headnode/head-{run}/hnic/eth0
  {}
200

physics PUT /headnode/head-{run}/hnic/eth0
  {}
409 DuplicateError -- the NIC exists

physics PUT /headnode/head-{run}/hnic/eth1
  {}
200

physics PUT /headnode/none-{run}/hnic/eth0
  {}
404 NotFoundError -- no such headnode

biology PUT /headnode/head-{run}/hnic/eth2
  {}
401 AuthorizationError -- not in its project

physics GET /headnode/head-{run}
200
  {"name": "head-{run}", "project": "alpha-{run}", "hnics": ["eth0", "eth1"], "vncport": null, "uuid": "{uuid}",
   "base_img": "image-{run}"}

physics DELETE /headnode/head-{run}/hnic/eth1
200

physics DELETE /headnode/head-{run}/hnic/eth1
404 NotFoundError -- no such NIC

physics DELETE /headnode/none-{run}/hnic/eth0
404 NotFoundError -- no such headnode

biology DELETE /headnode/head-{run}/hnic/eth0
401 AuthorizationError -- not in its project

# Their networks.

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "theirs-{run}"}
409 ProjectMismatchError -- its project may not use the network

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "none-{run}"}
404 NotFoundError -- no such network

physics POST /headnode/head-{run}/hnic/eth9/connect_network
  {"network": "own-{run}"}
404 NotFoundError -- no such NIC

physics POST /headnode/none-{run}/hnic/eth0/connect_network
  {"network": "own-{run}"}
404 NotFoundError -- no such headnode

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {}
400 ValidationError -- argument missing

biology POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "own-{run}"}
401 AuthorizationError -- not in its project

admin PUT /network/fixed-{run}
  {"owner": "admin", "access": "alpha-{run}", "net_id": "2953"}
200

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "fixed-{run}"}
400 BadArgumentError -- a network that is not of the pool

biology PUT /network/theirs-{run}/access/alpha-{run}
200

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "theirs-{run}"}
200

biology DELETE /network/theirs-{run}/access/alpha-{run}
409 BlockedError -- headnodes of the project are on it

biology DELETE /network/theirs-{run}
409 BlockedError -- headnodes are on it

physics POST /headnode/head-{run}/hnic/eth9/detach_network
  {}
404 NotFoundError -- no such NIC

physics POST /headnode/none-{run}/hnic/eth0/detach_network
  {}
404 NotFoundError -- no such headnode

biology POST /headnode/head-{run}/hnic/eth0/detach_network
  {}
401 AuthorizationError -- not in its project

await physics POST /headnode/head-{run}/hnic/eth0/detach_network
  {}
200

await physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "own-{run}"}
200

# It is started, and its NICs stay as they are.

biology POST /headnode/head-{run}/start
  {}
401 AuthorizationError -- not in its project

physics POST /headnode/none-{run}/start
  {}
404 NotFoundError -- no such headnode

await physics POST /headnode/head-{run}/start
  {}
200

physics PUT /headnode/head-{run}/hnic/eth1
  {}
409 IllegalStateError -- it was started

physics DELETE /headnode/head-{run}/hnic/eth0
409 IllegalStateError -- it was started

physics POST /headnode/head-{run}/hnic/eth0/connect_network
  {"network": "own-{run}"}
409 IllegalStateError -- it was started

physics POST /headnode/head-{run}/hnic/eth0/detach_network
  {}
409 IllegalStateError -- it was started

biology POST /headnode/head-{run}/stop
  {}
401 AuthorizationError -- not in its project

physics POST /headnode/none-{run}/stop
  {}
404 NotFoundError -- no such headnode

await physics POST /headnode/head-{run}/stop
  {}
200

# All goes.

biology DELETE /headnode/head-{run}
401 AuthorizationError -- not in its project

physics DELETE /headnode/head-{run}
200

physics DELETE /headnode/head-{run}
404 NotFoundError -- no such headnode

physics GET /project/alpha-{run}/headnodes
200
  []

await biology DELETE /network/theirs-{run}/access/alpha-{run}
200

await biology DELETE /network/theirs-{run}
200

await physics DELETE /network/own-{run}
200

await admin DELETE /network/fixed-{run}
200

await admin DELETE /project/alpha-{run}
200

admin DELETE /project/beta-{run}
200

* there is no hypervisor
