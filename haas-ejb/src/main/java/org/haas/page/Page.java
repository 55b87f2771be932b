package org.haas.page;

import java.util.List;
import java.util.function.LongSupplier;

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

  /**
   * A part of which one item too many was looked for: without it the list ends here, and need not
   * be counted.
   *
   * @param found from {@code asked.first()} on, {@code asked.limit() + 1} at most
   * @param count counts the whole list
   */
  public static <T> Page<T> of(PageRequest asked, List<T> found, LongSupplier count) {
    boolean more = found.size() > asked.limit();
    boolean beyond = found.isEmpty() && asked.first() > 0;
    return new Page<>(
        more ? found.subList(0, asked.limit()) : found,
        more || beyond ? count.getAsLong() : asked.first() + found.size());
  }
}
