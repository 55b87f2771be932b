/**
 * Machines, their NICs, the port behind each, and who holds them: registration, cabling,
 * reservation, the site document. Must not know networks: whoever keeps a node from leaving its
 * project says so by a {@link org.haas.node.ReleaseGuard}.
 */
package org.haas.node;
