package org.haas.node;

import org.haas.spi.Label;

/** A NIC that no switch port is recorded behind. */
public record LooseNic(Label node, Label nic) {}
