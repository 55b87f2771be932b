package org.haas.switches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.Capability;
import org.haas.spi.Label;

/**
 * A switch as an administrator sees it: everything but its secret.
 *
 * @param hostKey the enrolled SSH host key
 * @param driverInstalled whether a driver of that type is there; without one its operations fail
 * @param ports in the order of their registration
 */
public record SwitchView(
    Label name,
    String type,
    String host,
    int port,
    String username,
    Map<String, String> settings,
    Optional<String> hostKey,
    boolean driverInstalled,
    Set<Capability> capabilities,
    List<PortView> ports) {}
