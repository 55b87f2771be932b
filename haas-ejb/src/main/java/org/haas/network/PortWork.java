package org.haas.network;

import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;

/**
 * A port to visit, as the database wants it at this moment.
 *
 * @param isNew registered and not yet read: it is parked before anything comes on it, unless it is
 *     found with exactly that
 */
record PortWork(long portId, PortName name, PortRole role, boolean isNew, PortConfig desired) {}
