/**
 * Networks, their VLANs, and what is connected to them: the rules of connecting, and the handler
 * that makes switches carry it. The only feature that knows which VLAN belongs on which port.
 */
package org.haas.network;
