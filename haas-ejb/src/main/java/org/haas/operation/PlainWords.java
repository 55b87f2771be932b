package org.haas.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a switch or a hypervisor said, for people who may not know switches, ports, whose VLANs are
 * on them, or hypervisors: its own words, without those names.
 */
public final class PlainWords {
  private static final Pattern DIFFERENCE =
      Pattern.compile("is '[^']*' when read back, not '[^']*'");

  /** As a driver calls the one that it speaks to. */
  private static final Pattern HYPERVISOR =
      Pattern.compile("\\bHypervisor [a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");

  private PlainWords() {}

  /** The words without the name of a hypervisor. */
  static String of(String words) {
    return HYPERVISOR.matcher(words).replaceAll("The hypervisor");
  }

  /** The words without the names of that switch and that port. */
  public static String of(String words, Optional<String> switchName, Optional<String> port) {
    String plain = DIFFERENCE.matcher(of(words)).replaceAll("is not as wanted when read back");
    plain = without(plain, "port |interface ", port, "the port");
    plain = without(plain, "switch ", switchName, "the switch");
    return plain.isEmpty()
        ? plain
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  private static String without(
      String words, String before, Optional<String> name, String instead) {
    if (name.isEmpty()) {
      return words;
    }
    String whole =
        "(?i)(?<![\\w./-])(?:%s)?(?-i)%s(?![\\w/-])".formatted(before, Pattern.quote(name.get()));
    return Pattern.compile(whole).matcher(words).replaceAll(Matcher.quoteReplacement(instead));
  }
}
