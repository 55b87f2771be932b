package org.haas.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of a list as it is filtered, sorted and paged, and the addresses that differ from it
 * in one thing: they are the links of its filters, columns and pages.
 */
record ListAddress(String path, Map<String, String> parameters) {
  private static final String PAGE = "page";

  /** That list, whole. */
  static ListAddress of(String path) {
    return new ListAddress(path, Map.of());
  }

  /** The same with another value; null or empty: without. Any other change begins at page one. */
  ListAddress with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    if (!name.equals(PAGE)) {
      changed.remove(PAGE);
    }
    changed.remove(name);
    if (value != null && !value.isBlank()) {
      changed.put(name, value);
    }
    return new ListAddress(path, changed);
  }

  @Override
  public String toString() {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
