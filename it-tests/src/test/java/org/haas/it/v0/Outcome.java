package org.haas.it.v0;

/**
 * How a request can end.
 *
 * @param type HIL's word for the kind of error; empty: it is none
 * @param why the case, in our words; empty for a success
 */
record Outcome(int status, String type, String why) {
  static Outcome success(int status) {
    return new Outcome(status, "", "");
  }

  /** Reads {@code 200}, or {@code 409 BlockedError -- the nic is in use}. */
  static Outcome parse(String text) {
    String[] parts = text.split(" ", 4);
    return parts.length == 1
        ? success(Integer.parseInt(parts[0]))
        : new Outcome(Integer.parseInt(parts[0]), parts[1], parts[3]);
  }

  @Override
  public String toString() {
    return why.isEmpty() ? String.valueOf(status) : "%d %s -- %s".formatted(status, type, why);
  }
}
