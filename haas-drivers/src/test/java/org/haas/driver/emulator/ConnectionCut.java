package org.haas.driver.emulator;

/** The connection breaks in the middle of an answer. */
public final class ConnectionCut extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String before;

  /** Before the break, this still gets out. */
  public ConnectionCut(String before) {
    super("the connection was cut", null, false, false);
    this.before = before;
  }

  /** What still got out. */
  public String before() {
    return before;
  }
}
