package org.haas.driver.ovs;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.spi.VlanId;

/**
 * The VLAN ids of parked ports: each parked port has one of its own, in access mode, so that it
 * shares a VLAN with no other port.
 */
record ParkingRange(int first, int last) {
  /** Never in any VLAN pool. A switch may use a part of it only. */
  static final ParkingRange RESERVED = new ParkingRange(3800, 4094);

  private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{4})");

  /**
   * Reads such as {@code 3900-4000}.
   *
   * @throws IllegalArgumentException not of that form, or not within {@link #RESERVED}
   */
  static ParkingRange parse(String text) {
    Matcher match = FORM.matcher(text);
    if (match.matches()) {
      ParkingRange range =
          new ParkingRange(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
      if (range.first <= range.last
          && RESERVED.contains(range.first)
          && RESERVED.contains(range.last)) {
        return range;
      }
    }
    throw new IllegalArgumentException(
        "The parking range is two VLAN ids from %d to %d, such as 3900-4000."
            .formatted(RESERVED.first, RESERVED.last));
  }

  boolean contains(int id) {
    return first <= id && id <= last;
  }

  IntStream ids() {
    return IntStream.rangeClosed(first, last);
  }

  Set<VlanId> vlans() {
    return ids().mapToObj(VlanId::new).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
