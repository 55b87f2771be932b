/**
 * Headnodes: small virtual machines of projects, their NICs, and the hypervisors that they run on.
 * Owns what is made on hypervisors. Knows networks by what they let it use; knows no machine of the
 * inventory, and no hypervisor's words: these are a driver's.
 */
package org.haas.headnode;
