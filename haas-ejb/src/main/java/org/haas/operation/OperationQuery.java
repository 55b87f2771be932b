package org.haas.operation;

import java.util.Optional;
import java.util.Set;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which operations, newest first.
 *
 * @param project only this project's
 * @param node only this node's
 * @param headnode only this headnode's, and its NICs'
 * @param states only those that stand there; empty: all
 */
public record OperationQuery(
    Optional<Label> project,
    Optional<Label> node,
    Optional<Label> headnode,
    Set<OperationState> states,
    PageRequest page) {
  /** Those still to be done. */
  public static final Set<OperationState> OPEN =
      Set.of(OperationState.PENDING, OperationState.RUNNING);

  /** Copies the states. */
  public OperationQuery {
    states = Set.copyOf(states);
  }
}
