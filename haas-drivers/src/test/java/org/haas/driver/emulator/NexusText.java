package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** How NX-OS writes lists, and what it says when it does not understand. */
final class NexusText {
  private NexusText() {}

  /** The words of a refusal that has a mark under the line. */
  static NexusRefusal notUnderstood(String what) {
    return new NexusRefusal("                  ^\n" + what + " at '^' marker.");
  }

  /** Such as {@code 101,103-105}, or {@code none}. */
  static String list(NavigableSet<Integer> ids) {
    List<String> ranges = new ArrayList<>();
    Integer first = null;
    for (Integer id : ids) {
      first = first == null ? id : first;
      if (!ids.contains(id + 1)) {
        ranges.add(first.equals(id) ? "" + id : first + "-" + id);
        first = null;
      }
    }
    return ranges.isEmpty() ? "none" : String.join(",", ranges);
  }

  /** The ids of such a list, which is not empty. */
  static NavigableSet<Integer> ids(String list) {
    NavigableSet<Integer> ids = new TreeSet<>();
    for (String range : list.split(",", -1)) {
      if (!range.matches("\\d{1,4}(-\\d{1,4})?")) {
        throw notUnderstood("Invalid command");
      }
      String[] ends = range.split("-");
      int last = id(ends[ends.length - 1]);
      for (int id = id(ends[0]); id <= last; id++) {
        ids.add(id);
      }
    }
    return ids;
  }

  static int id(String text) {
    int id = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (id < 1 || id > 4094) {
      throw notUnderstood("Invalid number, range is (1-4094)");
    }
    return id;
  }
}
