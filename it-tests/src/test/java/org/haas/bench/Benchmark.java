package org.haas.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * The program behind {@code ./bench}: measures the running HaaS. Ends with 1 at a missed target.
 */
public final class Benchmark {
  private static final double SECONDS = 9;
  private static final double WARM_UP_EACH = 10;
  private static final double SHORT_RACE = 0.02;

  private Benchmark() {}

  /** Takes {@code --short}, which measures a quarter as long, and {@code --no-judge}. */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    boolean isShort = given.contains("--short");
    double part = isShort ? 0.25 : 1;
    Report report = new Report(System.out);
    try {
      measure(report, isShort, part);
    } finally {
      report.write(Path.of("target", "bench.json"), isShort);
    }
    System.exit(report.allMet() || given.contains("--no-judge") ? 0 : 1);
  }

  private static void measure(Report report, boolean isShort, double part) throws Exception {
    System.out.println("Deploying the empty application and seeding the site ...");
    EmptyServer.deploy();
    try (Seed seed = Seed.make()) {
      Throughput throughput = new Throughput(SECONDS * part);
      System.out.printf("Warming up for %.0f s ...%n", 6 * WARM_UP_EACH * part);
      throughput.warmUp(WARM_UP_EACH * part, 2);
      report.heading();
      throughput.measure(report);
      new ConnectTimes(seed, part).measure(report);
      new PowerTimes().measure(report);
      new ConsoleTimes(SECONDS * part).measure(report);
      new PortalPages(SECONDS * part / 2).measure(report);
      new Streams(SECONDS * part).measure(report);
      new Contention(isShort ? SHORT_RACE : 1).measure(report);
    }
  }
}
