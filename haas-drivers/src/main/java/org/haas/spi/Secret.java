package org.haas.spi;

import java.util.Objects;

/** A password or a private key in memory. Its text form hides it, so that no log can show it. */
public final class Secret {
  /** No secret at all. */
  public static final Secret NONE = new Secret("");

  private final String text;

  /** Keeps the text as it is. */
  public Secret(String text) {
    this.text = Objects.requireNonNull(text);
  }

  /** The secret itself: for the connection that needs it, never for a message. */
  public String reveal() {
    return text;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}
