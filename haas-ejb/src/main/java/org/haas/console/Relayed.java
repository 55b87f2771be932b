package org.haas.console;

import java.util.Optional;

/**
 * That a guest is not the viewer himself but stands for one at another instance.
 *
 * @param after what the viewer has seen already; empty: nothing
 */
record Relayed(Optional<Position> after) {}
