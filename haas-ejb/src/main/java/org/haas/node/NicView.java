package org.haas.node;

import java.util.Optional;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;

/**
 * A NIC.
 *
 * @param cabled whether a switch port is recorded behind it: without one it cannot be connected
 * @param switchName the switch, for an administrator only, as {@code port}
 */
public record NicView(
    Label name,
    MacAddress mac,
    boolean cabled,
    Optional<Label> switchName,
    Optional<PortName> port) {}
