package org.haas.network;

import java.util.Optional;
import org.haas.spi.PortConfig;

/**
 * A port as a check found it.
 *
 * @param work what it should have been when the check began
 * @param read what it was read as; empty when it could not be read
 * @param wrong what is wrong with it, in words
 */
record PortSeen(PortWork work, Optional<PortConfig> read, Optional<String> wrong) {}
