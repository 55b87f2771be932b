/**
 * Power and boot device of machines: operations on the queue of each management controller, its
 * polling, and what is undone before a machine that was given back is free. Must not know consoles:
 * whatever has to end with a tenure says so by {@link org.haas.node.TenureEnd}.
 */
package org.haas.power;
