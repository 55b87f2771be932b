package org.haas.node;

import org.haas.spi.Label;
import org.haas.spi.PortName;

/** Which NIC is behind a port. */
public record CableView(Label switchName, PortName port, Label node, Label nic) {}
