package org.haas.spi;

/** Why hardware did not do what was asked, with its own words. Never holds a secret. */
public final class DriverException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_WORDS = 300;

  /** What kind of failure; decides whether trying again can help. */
  public enum Kind {
    /** No connection, or it broke, or an answer did not come in time. May pass. */
    UNREACHABLE,
    /**
     * It answered, and refused: login, command, or a port that is not as written when read back.
     */
    REFUSED,
    /** The host key is not the enrolled one. Nothing was sent. */
    HOST_KEY_CHANGED,
    /**
     * The driver's deadline (the claim's end) came before a line could be sent. Nothing is wrong.
     */
    DEADLINE
  }

  private final Kind kind;

  /**
   * Says what went wrong.
   *
   * @param message one sentence, naming the switch and the port where there is one, with the
   *     device's words in it
   */
  public DriverException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** As above, keeping the cause. */
  public DriverException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }

  /**
   * A device's own words made safe for a message and a log: one line of printable ASCII, at most
   * 300 characters.
   */
  public static String words(String said) {
    String plain = said.strip().replaceAll("[^\\x20-\\x7e]+", " ");
    return plain.length() > LONGEST_WORDS ? plain.substring(0, LONGEST_WORDS) + "..." : plain;
  }
}
