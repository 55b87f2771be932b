package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.spi.VlanId;

/** Lists of VLANs as switches write them: {@code 101,103-105}, or {@code 101 103 to 105}. */
final class VlanRanges {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*(?:-|to)\\s*(\\d{1,4}))?");

  private static final String ALL = VlanId.MIN + "-" + VlanId.MAX;

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]*");

  /** Some systems refuse lines that are longer than a screen is wide. */
  private static final int MOST_RANGES = 30;

  private VlanRanges() {}

  /**
   * The VLANs of a list. Blanks and commas separate; nothing and {@code none} are none, {@code all}
   * is all.
   *
   * @throws IllegalArgumentException something else than ids from 1 to 4094 is in it
   */
  static NavigableSet<VlanId> parse(String list) {
    NavigableSet<VlanId> vlans = new TreeSet<>();
    String word = list.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.equals("none")) {
      return vlans;
    }
    Matcher range = RANGE.matcher(word.equals("all") ? ALL : list);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int id = first; id <= last; id++) {
        vlans.add(new VlanId(id));
      }
    }
    if (vlans.isEmpty() || !BETWEEN.matcher(range.replaceAll("")).matches()) {
      throw new IllegalArgumentException("no list of VLANs: " + list);
    }
    return vlans;
  }

  /** The same in parts that fit a line. */
  static List<NavigableSet<VlanId>> parts(NavigableSet<VlanId> vlans) {
    List<NavigableSet<VlanId>> parts = new ArrayList<>();
    int ranges = 0;
    for (VlanId vlan : vlans) {
      if (startsRange(vlan, vlans) && ranges++ % MOST_RANGES == 0) {
        parts.add(new TreeSet<>());
      }
      parts.get(parts.size() - 1).add(vlan);
    }
    return parts;
  }

  /** As text, such as {@code 101,103-105}. */
  static String format(NavigableSet<VlanId> vlans, String to, String comma) {
    List<String> ranges = new ArrayList<>();
    VlanId first = null;
    for (VlanId vlan : vlans) {
      first = startsRange(vlan, vlans) ? vlan : first;
      if (vlan.value() == VlanId.MAX || !vlans.contains(new VlanId(vlan.value() + 1))) {
        ranges.add(vlan.equals(first) ? vlan.toString() : first + to + vlan);
      }
    }
    return String.join(comma, ranges);
  }

  private static boolean startsRange(VlanId vlan, NavigableSet<VlanId> vlans) {
    return vlan.value() == VlanId.MIN || !vlans.contains(new VlanId(vlan.value() - 1));
  }
}
