/**
 * Switches and their ports as an administrator records them, their drivers and credentials. Must
 * not know which NIC is behind a port, nor which networks.
 */
package org.haas.switches;
