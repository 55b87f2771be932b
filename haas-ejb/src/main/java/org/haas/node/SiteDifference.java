package org.haas.node;

import java.util.List;

/**
 * What applying a site document changes, or would change.
 *
 * @param changes one sentence each, in the order of their making, such as {@code add node node-01}
 * @param applied whether it was done
 */
public record SiteDifference(List<String> changes, boolean applied) {
  /** Copies the list. */
  public SiteDifference {
    changes = List.copyOf(changes);
  }
}
