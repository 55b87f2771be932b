package org.haas.rest.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haas.page.Page;
import org.haas.page.PageRequest;

/**
 * A list as v1 answers it.
 *
 * @param total how many there are in all
 * @param next the cursor of the next part; absent at the end
 */
public record Items<T>(List<T> items, long total, Optional<Cursor> next) {
  /** Copies the items. */
  public Items {
    items = List.copyOf(items);
  }

  /** A whole list. */
  public static <T> Items<T> all(List<T> items) {
    return new Items<>(items, items.size(), Optional.empty());
  }

  /** A part of a list. */
  public static <V> Items<V> part(PageRequest asked, Page<V> answered) {
    return part(asked, answered, Function.identity());
  }

  /** A part of a list, each item in another form. */
  public static <V, T> Items<T> part(PageRequest asked, Page<V> answered, Function<V, T> form) {
    return new Items<>(
        answered.items().stream().map(form).toList(),
        answered.total(),
        Cursor.after(asked, answered));
  }
}
