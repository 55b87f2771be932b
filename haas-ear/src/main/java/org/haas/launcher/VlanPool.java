package org.haas.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of {@code HAAS_VLAN_POOL}, checked before anything starts. */
final class VlanPool {
  private static final Pattern RANGE =
      Pattern.compile("\\s*([0-9]{1,4})\\s*(?:-\\s*([0-9]{1,4})\\s*)?");

  private VlanPool() {}

  /**
   * @return the text itself
   * @throws Failure when it is no list of ids and ranges from 2 to 4094
   */
  static String checked(String text) {
    for (String part : text.split(",", -1)) {
      if (!legal(part)) {
        throw new Failure(
            ("HAAS_VLAN_POOL=%s is not understood at \"%s\": give VLAN ids from 2 to 4094 and ranges"
                    + " of them, such as 100-999,1200.")
                .formatted(text, part));
      }
    }
    return text;
  }

  private static boolean legal(String part) {
    Matcher range = RANGE.matcher(part);
    if (!range.matches()) {
      return false;
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    return first >= 2 && first <= last && last <= 4094;
  }
}
