package org.haas.driver.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Output at an even rate, in numbered lines of {@value #LINE_BYTES} bytes, so that who reads it
 * sees what is missing. Guarded by its machine.
 */
final class SimStream {
  static final int LINE_BYTES = 50;

  private static final int FILLER = LINE_BYTES - 13;

  private long bytesPerSecond;
  private long number;
  private long last;
  private double credit;

  void rate(long bytes) {
    bytesPerSecond = bytes;
    last = System.nanoTime();
    credit = 0;
  }

  long lines() {
    return number;
  }

  /** The lines that are due since the last time; none while there is no power. */
  byte[] due(boolean on) {
    long now = System.nanoTime();
    credit += on ? (now - last) * (double) bytesPerSecond / Duration.ofSeconds(1).toNanos() : 0;
    last = now;
    StringBuilder text = new StringBuilder();
    while (credit >= LINE_BYTES) {
      credit -= LINE_BYTES;
      text.append("#%010d".formatted(++number)).append(".".repeat(FILLER)).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
