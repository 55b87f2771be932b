/** Headnodes without a database and without a hypervisor. */
package org.haas.headnode;
