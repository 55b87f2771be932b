package org.haas.driver.ipmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the settings of a controller add to ipmitool's command lines.
 *
 * @param ciphers the suites to try, in this order
 * @param options for every command
 * @param efi whether a boot device is for UEFI
 * @param solKeepalive whether a console is kept alive by empty packets of its own instead of by a
 *     command, as by default: some controllers, OpenIPMI's for one, say nothing any more after one
 */
record IpmiSettings(
    List<Integer> ciphers, List<String> options, boolean efi, boolean solKeepalive) {
  static final Set<String> KEYS = Set.of("cipher", "privilege", "oem", "efi", "keepalive");

  private static final Set<String> PRIVILEGES = Set.of("USER", "OPERATOR", "ADMINISTRATOR");

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException with a sentence that names the wrong one
   */
  static IpmiSettings of(Map<String, String> settings) {
    List<String> options = new ArrayList<>();
    if (settings.containsKey("privilege")) {
      String privilege = settings.get("privilege");
      require(PRIVILEGES.contains(privilege), "privilege is USER, OPERATOR or ADMINISTRATOR");
      options.addAll(List.of("-L", privilege));
    }
    if (settings.containsKey("oem")) {
      String oem = settings.get("oem");
      require(oem.matches("[a-z0-9]{1,20}"), "oem is one of ipmitool's OEM types, as supermicro");
      options.addAll(List.of("-o", oem));
    }
    return new IpmiSettings(
        ciphers(settings.getOrDefault("cipher", "")),
        List.copyOf(options),
        isYes("efi", settings.getOrDefault("efi", "no")),
        isSol(settings.getOrDefault("keepalive", "command")));
  }

  private static List<Integer> ciphers(String only) {
    if (only.isEmpty()) {
      return List.of(17, 3);
    }
    require(only.equals("17") || only.equals("3"), "cipher is 17 or 3");
    return List.of(Integer.valueOf(only));
  }

  private static boolean isYes(String key, String value) {
    require(value.equals("yes") || value.equals("no"), key + " is yes or no");
    return value.equals("yes");
  }

  private static boolean isSol(String value) {
    require(value.equals("sol") || value.equals("command"), "keepalive is sol or command");
    return value.equals("sol");
  }

  private static void require(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException("the setting " + sentence + ".");
    }
  }
}
