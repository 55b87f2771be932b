package org.haas.node;

import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/**
 * What a release has to know of a node.
 *
 * @param node as its locked row says; JPA does not know this one
 * @param mine whether the caller is a member of the project that holds it, or an administrator
 * @param holder the project that holds it
 * @param obstacle what keeps it there, as {@link ReleaseGuard} says
 * @param leftovers whether there may be something to undo
 */
record Departure(
    Node node, boolean mine, Optional<Label> holder, Optional<String> obstacle, boolean leftovers) {

  /**
   * Refuses unless nothing keeps the node in its project.
   *
   * @throws HaasException BLOCKED it is connected, has an open operation, or its OBM is enabled
   */
  void requirePossible() {
    if (obstacle.isPresent()) {
      throw HaasException.blocked("Node %s %s.".formatted(node.label(), obstacle.get()));
    }
    node.requireReleasable();
  }
}
