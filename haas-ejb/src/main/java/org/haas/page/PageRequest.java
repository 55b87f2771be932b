package org.haas.page;

/**
 * Which part of a list.
 *
 * @param first how many to leave out, 0 or more
 * @param limit how many at most, 1 to {@link #MAX_LIMIT}
 */
public record PageRequest(int first, int limit) {
  /** The most that one page holds. */
  public static final int MAX_LIMIT = 1000;

  /** The first hundred. */
  public static final PageRequest FIRST = new PageRequest(0, 100);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException out of range
   */
  public PageRequest {
    if (first < 0) {
      throw new IllegalArgumentException("The offset is 0 or more.");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("The limit is a number from 1 to 1000.");
    }
  }
}
