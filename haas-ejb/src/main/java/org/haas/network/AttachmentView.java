package org.haas.network;

import org.haas.spi.Channel;
import org.haas.spi.Label;

/** A NIC on a network. */
public record AttachmentView(
    Label node, Label nic, Label network, Channel channel, AttachmentState state, Label project) {}
