# Users and the projects that they are in.

admin PUT /project/lab-{run}
200

admin PUT /auth/basic/user/ada-{run}
  {"password": "correct horse", "is_admin": false}
200

admin PUT /auth/basic/user/ada-{run}
  {"password": "correct horse", "is_admin": false}
409 DuplicateError -- the user exists

# Whether it is an administrator need not be said.

admin PUT /auth/basic/user/bob-{run}
  {"password": "correct horse"}
200

bob GET /projects
401 AuthorizationError -- no administrator

admin DELETE /auth/basic/user/bob-{run}
200

admin PUT /auth/basic/user/eve%20{run}
  {"password": "correct horse", "is_admin": false}
400 BadArgumentError -- no name

admin PUT /auth/basic/user/eve-{run}
  {"is_admin": false}
400 ValidationError -- argument missing

admin PUT /auth/basic/user/eve-{run}
  {"password": "correct horse", "is_admin": "regular"}
400 ValidationError -- argument of a wrong type

ada PUT /auth/basic/user/eve-{run}
  {"password": "correct horse", "is_admin": true}
401 AuthorizationError -- no administrator

# Who may be let in where.

admin POST /auth/basic/user/ada-{run}/add_project
  {"project": "lab-{run}"}
200

admin POST /auth/basic/user/ada-{run}/add_project
  {"project": "lab-{run}"}
409 DuplicateError -- the user is in the project

# A manager stays one: HIL has members only.

admin POST /auth/basic/user/physics/add_project
  {"project": "physics"}
409 DuplicateError -- the user is in the project

admin POST /auth/basic/user/nobody-{run}/add_project
  {"project": "lab-{run}"}
404 NotFoundError -- no such user

admin POST /auth/basic/user/ada-{run}/add_project
  {"project": "none-{run}"}
404 NotFoundError -- no such project

admin POST /auth/basic/user/ada-{run}/add_project
  {}
400 ValidationError -- argument missing

ada POST /auth/basic/user/biology/add_project
  {"project": "lab-{run}"}
401 AuthorizationError -- no administrator

admin GET /auth/basic/users
200
  {"...": null, "ada-{run}": {"is_admin": false, "projects": ["lab-{run}"]}}

ada GET /auth/basic/users
401 AuthorizationError -- no administrator

ada GET /project/lab-{run}/nodes
200
  []

ada GET /projects
401 AuthorizationError -- no administrator

# An administrator for a while.

admin PATCH /auth/basic/user/ada-{run}
  {"is_admin": true}
200

ada GET /projects
200
  ["...", "lab-{run}"]

admin GET /auth/basic/users
200
  {"...": null, "ada-{run}": {"is_admin": true, "projects": ["lab-{run}"]}}

admin PATCH /auth/basic/user/ada-{run}
  {"is_admin": false}
200

ada GET /projects
401 AuthorizationError -- no administrator

admin PATCH /auth/basic/user/admin
  {"is_admin": false}
409 IllegalStateError -- one's own

admin PATCH /auth/basic/user/nobody-{run}
  {"is_admin": true}
404 NotFoundError -- no such user

admin PATCH /auth/basic/user/%20%0D%0A
  {"is_admin": true}
404 NotFoundError -- no such user

admin PATCH /auth/basic/user/ada-{run}
  {}
400 ValidationError -- argument missing

admin PATCH /auth/basic/user/ada-{run}
  {"is_admin": "admin"}
400 ValidationError -- argument of a wrong type

ada PATCH /auth/basic/user/ada-{run}
  {"is_admin": true}
401 AuthorizationError -- no administrator

# And out again.

ada POST /auth/basic/user/ada-{run}/remove_project
  {"project": "lab-{run}"}
401 AuthorizationError -- no administrator

admin POST /auth/basic/user/ada-{run}/remove_project
  {"project": "none-{run}"}
404 NotFoundError -- no such project

admin POST /auth/basic/user/nobody-{run}/remove_project
  {"project": "lab-{run}"}
404 NotFoundError -- no such user

admin POST /auth/basic/user/ada-{run}/remove_project
  {"user": "ada-{run}"}
400 ValidationError -- argument missing

admin POST /auth/basic/user/ada-{run}/remove_project
  {"project": "lab-{run}"}
200

admin POST /auth/basic/user/ada-{run}/remove_project
  {"project": "lab-{run}"}
404 NotFoundError -- the user is not in the project

ada GET /project/lab-{run}/nodes
401 AuthorizationError -- not in the project

ada DELETE /auth/basic/user/ada-{run}
401 AuthorizationError -- no administrator

admin DELETE /auth/basic/user/ada-{run}
200

admin DELETE /auth/basic/user/ada-{run}
404 NotFoundError -- no such user

ada GET /nodes/free
401 AuthorizationError -- no login

admin DELETE /project/lab-{run}
200

# What HIL calls extensions.

admin GET /active_extensions
200
  ["haas-drivers", "haas-ejb", "haas-rest", "haas-web"]

physics GET /active_extensions
401 AuthorizationError -- no administrator
