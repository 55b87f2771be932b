package org.haas.it.rest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of {@link EndpointRoleTable}.
 *
 * @param name verb and template, such as {@code GET v1/nodes/{node}}
 * @param statuses by caller
 * @param path of a request that can succeed; {@code <words>} stand for things of {@link SiteThings}
 * @param body of that request
 */
record Endpoint(
    String name, Map<CallerRole, Integer> statuses, String path, Optional<String> body) {
  static Endpoint parse(String line) {
    String[] column = Stream.of(line.split("\\|", 4)).map(String::strip).toArray(String[]::new);
    return new Endpoint(
        column[0],
        statuses(column[1].split(" ")),
        column[2],
        Optional.of(column[3]).filter(body -> !body.isEmpty()));
  }

  private static Map<CallerRole, Integer> statuses(String[] column) {
    Map<CallerRole, Integer> statuses = new EnumMap<>(CallerRole.class);
    int next = 0;
    for (CallerRole caller : CallerRole.values()) {
      statuses.put(caller, Integer.valueOf(column[next]));
      next++;
    }
    return statuses;
  }

  String verb() {
    return name.substring(0, name.indexOf(' '));
  }

  String template() {
    return name.substring(name.indexOf(' ') + 1);
  }

  int expected(CallerRole caller) {
    return statuses.get(caller);
  }
}
