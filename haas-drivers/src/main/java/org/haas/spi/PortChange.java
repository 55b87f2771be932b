package org.haas.spi;

/**
 * One port to bring from what was read in this visit to what is wanted. Whole-port state: the
 * driver sends the difference, and nothing when there is none.
 *
 * @param read what the port was just read as
 * @param desired what it shall be
 */
public record PortChange(PortName port, PortConfig read, PortConfig desired) {

  /** Whether there is nothing to do. */
  public boolean isDone() {
    return read.equals(desired);
  }
}
