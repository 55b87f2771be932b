package org.haas.headnode;

import java.util.Optional;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/**
 * A NIC of a headnode.
 *
 * @param network that it shall be on
 * @param settled whether it was read to be so; not while an operation is open, or after one failed
 */
public record HnicView(
    Label name,
    MacAddress mac,
    Optional<String> address,
    Optional<Label> network,
    boolean settled) {}
