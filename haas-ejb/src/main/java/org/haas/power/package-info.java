/**
 * Power and boot device of machines: operations on the queue of each management controller, its
 * polling, and the release of a machine by steps. Must not know consoles: whatever has to end with
 * a tenure says so by {@link org.haas.node.TenureEnd}.
 */
package org.haas.power;
