package org.haas.web;

import org.haas.page.PageRequest;

/**
 * Which part of a list is shown.
 *
 * @param number from 1
 * @param rows of one page
 * @param total of the whole list
 */
public record Pager(int number, int rows, long total) {
  private static final int LAST_NUMBER = 1_000_000;

  /** What to ask for. */
  static PageRequest request(int number, int rows) {
    return new PageRequest((Math.min(Math.max(number, 1), LAST_NUMBER) - 1) * rows, rows);
  }

  /** The first row's place, from 1. */
  public long from() {
    return total == 0 ? 0 : (long) (number - 1) * rows + 1;
  }

  /** The last row's place. */
  public long to() {
    return Math.min((long) number * rows, total);
  }

  /** How many pages there are. */
  public long pages() {
    return Math.max(1, (total + rows - 1) / rows);
  }

  /** Whether there is a page before. */
  public boolean hasBefore() {
    return number > 1;
  }

  /** Whether there is a page after. */
  public boolean hasAfter() {
    return number < pages();
  }
}
