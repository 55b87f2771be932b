package org.haas.it.v0;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The table {@code outcomes.txt}: how the requests to each route of HIL can end. */
final class Outcomes {
  private final Map<String, Set<Outcome>> table = new LinkedHashMap<>();

  private Outcomes() {}

  static Outcomes read() {
    Outcomes outcomes = new Outcomes();
    Set<Outcome> current = Set.of();
    for (String line : Story.text("outcomes.txt").lines().toList()) {
      if (line.startsWith("  ")) {
        if (!current.add(Outcome.parse(line.strip()))) {
          throw new IllegalArgumentException("Twice: " + line);
        }
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current = new LinkedHashSet<>();
        outcomes.table.put(line.strip(), current);
      }
    }
    return outcomes;
  }

  /** Each route, such as {@code GET v0/projects}, and how it can end. */
  Map<String, Set<Outcome>> all() {
    return table;
  }

  /** The route that serves it: the one with the fewest parameters that fits. */
  Optional<String> route(Exchange exchange) {
    String asked = exchange.method() + " v0" + exchange.plainPath().replaceFirst("/$", "");
    return table.keySet().stream()
        .filter(route -> form(route).matcher(asked).matches())
        .max((one, other) -> Integer.compare(fixed(one), fixed(other)));
  }

  /** Only port names have slashes. */
  private static Pattern form(String route) {
    return Pattern.compile(route.replace("{port}", ".+").replaceAll("\\{[a-z_]+}", "[^/]+"));
  }

  private static int fixed(String route) {
    return route.replaceAll("\\{[a-z_]+}", "").length();
  }
}
