package org.haas.bench;

import java.util.Arrays;

/**
 * What was measured of one kind of work.
 *
 * @param perSecond how often it was done in a second
 * @param p50Millis the middle of its durations
 * @param p99Millis what one in a hundred exceeds
 * @param serverMillis processor time of the application server for each, in milliseconds
 * @param databaseMillis that of the database
 */
record Figure(
    double perSecond,
    double p50Millis,
    double p99Millis,
    double serverMillis,
    double databaseMillis) {
  private static final double NANOS = 1e6;

  /** From single durations. */
  static Figure of(long[] nanos, double seconds, Cpu.Used used) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int count = Math.max(1, sorted.length);
    return new Figure(
        sorted.length / seconds,
        percentile(sorted, 0.5),
        percentile(sorted, 0.99),
        used.serverMillis() / count,
        used.databaseMillis() / count);
  }

  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / NANOS;
  }
}
