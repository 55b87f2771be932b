package org.haas.power;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody may ask of a machine's power. */
public enum PowerAction {
  /** Until it is on. */
  ON,
  /** Takes the power away at once. */
  OFF,
  /** Asks the operating system to end, and fails when it does not. */
  SHUTDOWN,
  /** Off at once, seen off, and on. */
  CYCLE,
  /** As SHUTDOWN, but after a while the power is taken away; seen off, and on. */
  REBOOT;

  /**
   * Reads a word of a request, such as {@code on}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static PowerAction parse(String word) {
    return Arrays.stream(values())
        .filter(action -> action.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "This is one of: %s."
                        .formatted(
                            Arrays.stream(values())
                                .map(PowerAction::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** The word of requests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operation's name. */
  String operation() {
    return "power_" + word();
  }

  static Optional<PowerAction> ofOperation(String name) {
    return Arrays.stream(values()).filter(action -> action.operation().equals(name)).findFirst();
  }
}
