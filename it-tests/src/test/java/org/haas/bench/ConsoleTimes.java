package org.haas.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What consoles cost: 200 at 10 kB/s each, and 50 viewers of one of which one reads nothing;
 * whether each byte comes, and what the server keeps in memory for it.
 */
final class ConsoleTimes {
  private static final int CONSOLES = 200;
  private static final long EACH = 10_000;
  private static final int VIEWERS = 50;
  private static final long OF_ONE = 400_000;

  /** So much that it does not fit into the buffers on the way to who reads nothing. */
  private static final double TALK = 40;

  private static final double RING = 256 * 1024;

  /** A message on its way and what the connection buffers. */
  private static final double VIEWER = 128 * 1024;

  private static final double MEGABYTE = 1e6;

  /** So much of what a server keeps comes and goes by itself. */
  private static final double NOISE = 8;

  private static final double LATEST = 15;
  private static final int TOLD_WITHIN_MILLIS = 10_000;

  private final double seconds;

  ConsoleTimes(double seconds) {
    this.seconds = seconds;
  }

  void measure(Report report) throws IOException {
    try (Consoles consoles = new Consoles(CONSOLES)) {
      many(consoles, report);
    }
    try (Consoles consoles = new Consoles(1)) {
      viewers(consoles, report);
    }
  }

  private void many(Consoles consoles, Report report) {
    double before = ServerMemory.liveBytes();
    List<LineReader> readers = consoles.machines().stream().map(consoles::reader).toList();
    readers.forEach(LineReader::awaitConnected);
    consoles.machines().forEach(machine -> consoles.talk(machine, EACH));
    long begun = readers.stream().mapToLong(LineReader::bytes).sum();
    long begin = System.nanoTime();
    Cpu.Used used = Cpu.now();
    LockSupport.parkNanos((long) (seconds * 1e9));
    double took = (System.nanoTime() - begin) / 1e9;
    double busy = Cpu.now().since(used).serverMillis() / took;
    long read = readers.stream().mapToLong(LineReader::bytes).sum() - begun;
    double kept = (ServerMemory.liveBytes() - before) / MEGABYTE;
    consoles.machines().forEach(machine -> consoles.talk(machine, 0));
    boolean all = true;
    long end = end();
    for (int i = 0; i < CONSOLES; i++) {
      long last = consoles.lastLine(consoles.machines().get(i));
      readers.get(i).awaitLine(last, end);
      all &= last > 0 && readers.get(i).hasAllUntil(last);
    }
    readers.forEach(LineReader::close);
    double most = CONSOLES * (RING + VIEWER) / MEGABYTE + NOISE;
    report.add(result("200 consoles at 10 kB/s", read / took / 1000, "kB/s", all, "no lost byte"));
    report.add(result("200 consoles: CPU time", busy, "ms/s", true, ""));
    report.add(memory("200 consoles: kept in memory", kept, CONSOLES * RING / MEGABYTE, most));
  }

  private void viewers(Consoles consoles, Report report) {
    String machine = consoles.machines().get(0);
    double before = ServerMemory.liveBytes();
    List<LineReader> readers = new ArrayList<>();
    for (int i = 1; i < VIEWERS; i++) {
      readers.add(consoles.reader(machine));
    }
    readers.forEach(LineReader::awaitConnected);
    try (StalledReader stalled = consoles.stalled(machine)) {
      consoles.talk(machine, OF_ONE);
      LockSupport.parkNanos((long) (TALK * 1e9));
      consoles.talk(machine, 0);
      long last = consoles.lastLine(machine);
      long end = end();
      readers.forEach(reader -> reader.awaitLine(last, end));
      long served = readers.stream().filter(reader -> reader.hasAllUntil(last)).count();
      double kept = (ServerMemory.liveBytes() - before) / MEGABYTE;
      boolean lost = stalled.isToldOfLoss(TOLD_WITHIN_MILLIS);
      report.add(
          result(
              "viewers beside one that stalled",
              (double) served,
              "of 49",
              served == readers.size() && last > 0 && lost,
              "every byte; he is told of his loss"));
      report.add(
          memory(
              "50 viewers: kept in memory",
              kept,
              RING / MEGABYTE,
              (RING + VIEWERS * VIEWER) / MEGABYTE + NOISE));
    } finally {
      readers.forEach(LineReader::close);
    }
  }

  private static long end() {
    return System.nanoTime() + (long) (LATEST * 1e9);
  }

  private static Result memory(String work, double kept, double rings, double most) {
    return new Result(
        work,
        kept,
        "MB",
        Optional.empty(),
        Optional.of(rings),
        "MB of rings",
        Optional.empty(),
        "rings and 128 KiB a viewer",
        kept < most);
  }

  private static Result result(String work, double value, String unit, boolean met, String wanted) {
    return new Result(
        work, value, unit, Optional.empty(), Optional.empty(), "", Optional.empty(), wanted, met);
  }

  /** Alone, against a running HaaS. */
  public static void main(String[] arguments) throws IOException {
    Report report = new Report(System.out);
    report.heading();
    new ConsoleTimes(10).measure(report);
  }
}
