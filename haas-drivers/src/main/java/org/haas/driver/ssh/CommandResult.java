package org.haas.driver.ssh;

/**
 * How a command ended.
 *
 * @param exitCode 0 when it did what was asked
 */
public record CommandResult(int exitCode, String output, String errors) {

  /** Whether it did what was asked. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
