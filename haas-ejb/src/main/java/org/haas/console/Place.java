package org.haas.console;

import java.util.UUID;
import org.haas.spi.Label;

/**
 * Whose console, in whose hands.
 *
 * @param node the node's row
 * @param tenure changes at each reserve and release: nothing of a console outlives it
 */
public record Place(long node, Label label, UUID tenure) {}
