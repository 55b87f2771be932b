package org.haas.driver.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * What each port carried before it was changed and what it shall carry; looked at after every line,
 * no port may carry anything else: no default VLAN, no VLAN that a driver needs for itself, not
 * "all" for an empty list. A port that nobody changed stays as it was.
 */
final class Intents {
  private final Supplier<Map<PortName, PortConfig>> carried;
  private final Map<PortName, PortConfig> old = new HashMap<>();
  private final Map<PortName, PortConfig> wanted = new HashMap<>();
  private final Set<PortName> changed = new HashSet<>();
  private final Set<String> violations = new LinkedHashSet<>();

  /** Begins with what the ports carry now. */
  Intents(Supplier<Map<PortName, PortConfig>> carried) {
    this.carried = carried;
    forget();
  }

  /** The ports were configured by somebody else: what they carry now is where they begin. */
  final void forget() {
    old.putAll(carried.get());
    wanted.putAll(old);
    changed.clear();
  }

  /** From now on these changes are made. */
  void intend(List<PortChange> changes) {
    Map<PortName, PortConfig> now = carried.get();
    for (PortChange change : changes) {
      if (now.containsKey(change.port())) {
        old.put(change.port(), now.get(change.port()));
        wanted.put(change.port(), change.desired());
        changed.add(change.port());
      }
    }
  }

  /** Looks at all ports. */
  void look() {
    carried
        .get()
        .forEach(
            (port, now) -> {
              PortConfig before = old.get(port);
              boolean right =
                  changed.contains(port)
                      ? RandomConfigs.mayFollow(before, wanted.get(port), now)
                      : now.equals(before);
              if (!right) {
                violations.add(
                    "%s carried '%s' between '%s' and '%s'"
                        .formatted(port, now, before, wanted.get(port)));
              }
            });
  }

  List<String> violations() {
    return new ArrayList<>(violations);
  }
}
