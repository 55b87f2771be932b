package org.haas.headnode;

import java.util.Optional;
import org.haas.audit.Named;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/**
 * A NIC to add to a headnode.
 *
 * @param mac of this NIC only; empty: one that HaaS makes up
 * @param address IPv4 with the length of its prefix, that the machine gives itself; empty: it asks
 *     DHCP
 */
public record HnicSpec(Label name, Optional<MacAddress> mac, Optional<String> address)
    implements Named {}
