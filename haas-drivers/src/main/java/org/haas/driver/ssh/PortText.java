package org.haas.driver.ssh;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.spi.VlanId;

/**
 * A port as the switch shows it. What is not said in so many words is not known: a missing line is
 * a default, and those differ.
 *
 * @param known whether it is said that the port is shut or open, has the form that takes the other
 *     settings, and which VLANs are allowed
 */
record PortText(
    boolean known, boolean shut, NavigableSet<VlanId> allowed, Optional<VlanId> nativeVlan) {

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException something else stands where VLANs should
   */
  static PortText parse(CommandTable table, String text) {
    boolean shut = has(table, TableRow.IS_SHUT, text);
    boolean listed = has(table, TableRow.IS_TAGGED, text);
    boolean formed = has(table, TableRow.IS_FORM, text);
    NavigableSet<VlanId> allowed = new TreeSet<>();
    Matcher lists = pattern(table, TableRow.IS_TAGGED).matcher(text);
    while (lists.find()) {
      allowed.addAll(VlanRanges.parse(lists.group(1)));
    }
    boolean oneOfBoth = shut != has(table, TableRow.IS_OPEN, text);
    Matcher match = pattern(table, TableRow.IS_NATIVE).matcher(text);
    Optional<VlanId> untagged =
        match.find() ? Optional.of(VlanId.parse(match.group(1))) : Optional.empty();
    return new PortText(oneOfBoth && listed && formed, shut, allowed, untagged);
  }

  private static boolean has(CommandTable table, TableRow key, String text) {
    return pattern(table, key).matcher(text).find();
  }

  private static Pattern pattern(CommandTable table, TableRow key) {
    return table.pattern(key).orElseThrow();
  }

  /** The VLANs that are allowed and not untagged. */
  NavigableSet<VlanId> tagged() {
    NavigableSet<VlanId> tagged = new TreeSet<>(allowed);
    untagged().ifPresent(tagged::remove);
    return tagged;
  }

  /** The VLAN of untagged frames, if they may pass. */
  Optional<VlanId> untagged() {
    return nativeVlan.filter(allowed::contains);
  }
}
