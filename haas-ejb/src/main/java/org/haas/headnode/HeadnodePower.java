package org.haas.headnode;

import java.util.Arrays;
import java.util.Locale;

/** What somebody may ask of a headnode's power. */
public enum HeadnodePower {
  START(HeadnodeAction.START),
  /** Asks its system to end, and fails when it does not. */
  SHUTDOWN(HeadnodeAction.SHUTDOWN),
  /** Ends it at once. */
  STOP(HeadnodeAction.STOP);

  private final HeadnodeAction action;

  HeadnodePower(HeadnodeAction action) {
    this.action = action;
  }

  /**
   * Reads a word of a request, such as {@code start}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static HeadnodePower parse(String word) {
    return Arrays.stream(values())
        .filter(power -> power.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("This is one of: start, shutdown, stop."));
  }

  HeadnodeAction action() {
    return action;
  }
}
