package org.haas.rest.v0;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.haas.page.Page;
import org.haas.page.PageRequest;

/** Reads a list to its end: HIL's API has no pages. */
final class Everything {
  private Everything() {}

  static <T> List<T> of(Function<PageRequest, Page<T>> list) {
    List<T> all = new ArrayList<>();
    Page<T> page;
    do {
      page = list.apply(new PageRequest(all.size(), PageRequest.MAX_LIMIT));
      all.addAll(page.items());
    } while (!page.items().isEmpty() && all.size() < page.total());
    return all;
  }
}
