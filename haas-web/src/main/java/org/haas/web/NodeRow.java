package org.haas.web;

import java.util.List;
import java.util.Optional;
import org.haas.network.AttachmentView;
import org.haas.node.NodeState;
import org.haas.node.NodeView;

/**
 * A node in the list.
 *
 * @param networks what its NICs are connected to
 * @param refusal why what was last asked of it here was refused
 */
public record NodeRow(NodeView node, List<AttachmentView> networks, Optional<String> refusal) {

  /** Whether it can be picked: to be reserved, or to be given back. */
  public boolean isPickable() {
    return node.state() == NodeState.FREE || (node.state() == NodeState.RESERVED && node.mine());
  }
}
