package org.haas.cli.output;

import java.util.Set;

/** Colours, or none. */
record Paint(boolean on) {
  private static final Set<String> GOOD =
      Set.of("DONE", "READY", "RUNNING", "ATTACHED", "ON", "FREE", "REACHABLE", "ok");
  private static final Set<String> BAD =
      Set.of("ERROR", "BROKEN", "UNREACHABLE", "CANCELLED", "FAILED", "fails");
  private static final Set<String> UNDER_WAY =
      Set.of(
          "PENDING", "ATTACHING", "DETACHING", "CREATING", "DELETING", "RELEASING", "MAINTENANCE");

  String head(String text) {
    return code("1", text);
  }

  /** A cell: words that tell a state have a colour. */
  String cell(String text) {
    String word = text.strip();
    if (GOOD.contains(word)) {
      return code("32", text);
    }
    if (BAD.contains(word)) {
      return code("31", text);
    }
    return UNDER_WAY.contains(word) || word.equals("warns") ? code("33", text) : text;
  }

  private String code(String colour, String text) {
    return on ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
