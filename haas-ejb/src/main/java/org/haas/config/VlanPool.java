package org.haas.config;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.haas.spi.VlanId;

/** The VLAN ids that HaaS may give to networks. VLAN 1 is never one: switches fall back to it. */
public record VlanPool(NavigableSet<VlanId> ids) {
  private static final String FORM =
      "haas.vlan.pool is a list of VLAN ids and ranges from 2 to 4094, such as 100-999,1200; not: ";

  /** Copies the ids. */
  public VlanPool {
    ids = Collections.unmodifiableNavigableSet(new TreeSet<>(ids));
  }

  /**
   * Reads {@code 100-999,1200}.
   *
   * @throws IllegalArgumentException with a sentence that shows what was given
   */
  public static VlanPool parse(String text) {
    NavigableSet<VlanId> ids = new TreeSet<>();
    for (String part : text.trim().split("\\s*,\\s*", -1)) {
      if (!part.matches("\\d{1,4}(-\\d{1,4})?")) {
        throw new IllegalArgumentException(FORM + text);
      }
      String[] ends = part.split("-", -1);
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[ends.length - 1]);
      if (from < 2 || to > VlanId.MAX || from > to) {
        throw new IllegalArgumentException(FORM + text);
      }
      for (int id = from; id <= to; id++) {
        ids.add(new VlanId(id));
      }
    }
    return new VlanPool(ids);
  }
}
