package org.haas.driver.emulator;

/**
 * What an emulated account does with a command line.
 *
 * @param exitCode 0 when it did it
 */
public record EmulatedCommand(int exitCode, String output, String errors) {

  /** Done; this is what it wrote. */
  public static EmulatedCommand done(String output) {
    return new EmulatedCommand(0, output, "");
  }

  /** Refused with these words. */
  public static EmulatedCommand refused(int exitCode, String words) {
    return new EmulatedCommand(exitCode, "", words + "\n");
  }
}
