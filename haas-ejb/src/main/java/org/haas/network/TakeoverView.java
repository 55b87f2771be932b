package org.haas.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What taking over a machine changes, or would change.
 *
 * @param changes one sentence each, in the order of their making
 * @param changeSet by which its networks become ours, to be watched; empty: it has none
 * @param applied whether it was done
 */
public record TakeoverView(List<String> changes, Optional<UUID> changeSet, boolean applied) {
  /** Copies the list. */
  public TakeoverView {
    changes = List.copyOf(changes);
  }
}
