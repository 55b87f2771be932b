package org.haas.driver.emulator;

/** A line that the switch does not take, with its words. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String words) {
    super(words, null, false, false);
  }
}
