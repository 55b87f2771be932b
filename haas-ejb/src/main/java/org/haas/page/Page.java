package org.haas.page;

import java.util.List;

/**
 * A part of a list, cut in the database.
 *
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, long total) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
