package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lists of VLANs, kept as {@code 101,103-105}; empty is none. */
final class VlanList {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
  private static final int MOST = 4094;

  /** Ports are looked at after each line, and most have the list that all have. */
  private static final Map<String, NavigableSet<Integer>> KNOWN = new ConcurrentHashMap<>();

  private VlanList() {}

  /** The ids, or nothing when it is no such list. */
  static Optional<NavigableSet<Integer>> read(String list) {
    NavigableSet<Integer> ids = new TreeSet<>();
    if (list.isEmpty()) {
      return Optional.of(ids);
    }
    for (String range : list.split(",", -1)) {
      var match = RANGE.matcher(range);
      if (!match.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(match.group(1));
      int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
      if (first < 1 || last > MOST || last < first) {
        return Optional.empty();
      }
      for (int id = first; id <= last; id++) {
        ids.add(id);
      }
    }
    return Optional.of(ids);
  }

  /** The ids of a list that is one; not to be changed. */
  static NavigableSet<Integer> ids(String list) {
    return KNOWN.computeIfAbsent(
        list,
        text ->
            Collections.unmodifiableNavigableSet(
                read(text).orElseThrow(() -> new IllegalArgumentException("no list: " + text))));
  }

  static String text(Collection<Integer> vlans) {
    return text(vlans, "-", ",");
  }

  /** As a system writes it. */
  static String text(Collection<Integer> vlans, String dash, String comma) {
    NavigableSet<Integer> ids = new TreeSet<>(vlans);
    List<String> ranges = new ArrayList<>();
    Integer first = null;
    for (Integer id : ids) {
      first = first == null ? id : first;
      if (!ids.contains(id + 1)) {
        ranges.add(first.equals(id) ? "" + id : first + dash + id);
        first = null;
      }
    }
    return String.join(comma, ranges);
  }
}
