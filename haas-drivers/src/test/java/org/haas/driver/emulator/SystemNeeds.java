package org.haas.driver.emulator;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What has to be so before a line does anything; otherwise it is refused in a table's words. */
final class SystemNeeds {
  private final SwitchConfiguration configuration;
  private final String port;

  SystemNeeds(SwitchConfiguration configuration, String port) {
    this.configuration = configuration;
    this.port = port;
  }

  /**
   * Looks.
   *
   * @param text what has to be so, and the words after a colon
   * @throws Refusal it is not so
   */
  void check(String word, String text) {
    String[] parts = text.split(" : ", 2);
    String[] words = parts[0].strip().split(" ");
    boolean right =
        switch (word) {
          case "need" -> Carriage.holds(configuration, port, parts[0]);
          case "lacks" -> !anyOf(words, port);
          case "has" -> anyOf(words, port);
          case "exists" -> configuration.vlans().keySet().containsAll(VlanList.ids(words[0]));
          case "missing" -> VlanList.ids(words[0]).stream().noneMatch(this::exists);
          default -> configuration.ports().keySet().stream().noneMatch(any -> anyOf(words, any));
        };
    if (!right) {
      throw new Refusal(parts[1].replace("{port}", port).replace("\\n", "\n"));
    }
  }

  private boolean exists(int vlan) {
    return configuration.vlans().containsKey(vlan);
  }

  /** Whether one of the first fields holds one of the VLANs that come last. */
  private boolean anyOf(String[] words, String name) {
    NavigableSet<Integer> held = new TreeSet<>();
    Arrays.stream(words, 0, words.length - 1)
        .forEach(field -> held.addAll(VlanList.ids(configuration.field(name, field))));
    return VlanList.ids(words[words.length - 1]).stream().anyMatch(held::contains);
  }
}
