package org.haas.overview;

import org.haas.spi.Label;

/**
 * A network in the topology.
 *
 * @param ends at how many ends it shall be, of those that were asked for
 */
public record EndNetworkView(Label name, long ends) {}
