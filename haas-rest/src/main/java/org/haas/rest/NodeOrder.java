package org.haas.rest;

import java.util.Locale;
import org.haas.node.NodeQuery;

/**
 * In which order nodes are listed: {@code name}, {@code state} or {@code project}; "-" turns it.
 */
record NodeOrder(NodeQuery.Sort sort, boolean descending) {
  /**
   * Reads {@code name} or {@code -name}.
   *
   * @throws IllegalArgumentException anything else
   */
  static NodeOrder parse(String text) {
    boolean descending = text.startsWith("-");
    String word = descending ? text.substring(1) : text;
    for (NodeQuery.Sort sort : NodeQuery.Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new NodeOrder(sort, descending);
      }
    }
    throw new IllegalArgumentException("this is name, state or project, or -name and so on.");
  }
}
