package org.haas.driver.sim;

/** A simulated switch says no, with these words. */
final class SimRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimRefusal(String words) {
    super(words);
  }
}
