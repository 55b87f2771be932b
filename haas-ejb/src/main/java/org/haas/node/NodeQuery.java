package org.haas.node;

import java.util.Optional;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * Which nodes, among those that the caller may see (free ones, and his projects').
 *
 * @param text part of the name, any case
 * @param state only these
 * @param project only those that this project holds
 */
public record NodeQuery(
    Optional<String> text,
    Optional<NodeState> state,
    Optional<Label> project,
    Sort sort,
    boolean descending,
    PageRequest page) {

  /** By what. */
  public enum Sort {
    NAME,
    STATE,
    PROJECT
  }

  /** All, by name. */
  public static NodeQuery all(PageRequest page) {
    return new NodeQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Sort.NAME, false, page);
  }
}
