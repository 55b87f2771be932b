package org.haas.network;

import org.haas.spi.Channel;
import org.haas.spi.Label;

/** A network on a channel of a NIC. */
public record Connection(Label network, Channel channel) {}
