package org.haas.web;

import java.util.List;
import java.util.Optional;
import org.haas.network.AttachmentView;
import org.haas.node.NodeView;

/**
 * A node in the list.
 *
 * @param networks what its NICs are connected to
 * @param refusal why what was last asked of it here was refused
 */
public record NodeRow(NodeView node, List<AttachmentView> networks, Optional<String> refusal) {}
