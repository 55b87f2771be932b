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
  private static final String ONLY = "--only=";

  private Benchmark() {}

  /** What can be measured alone, in the order in which all of it is. */
  private static final List<String> PARTS =
      List.of(
          "requests",
          "connect",
          "change-sets",
          "power",
          "consoles",
          "pages",
          "streams",
          "contention");

  /**
   * Takes {@code --short}, which measures a quarter as long, {@code --no-judge}, and {@code
   * --only=connect,change-sets}, which measures these parts.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    boolean isShort = given.contains("--short");
    double part = isShort ? 0.25 : 1;
    List<String> parts = parts(given);
    Report report = new Report(System.out);
    try {
      measure(report, isShort, part, parts);
    } finally {
      report.write(Path.of("target", "bench.json"), isShort);
    }
    System.exit(report.allMet() || given.contains("--no-judge") ? 0 : 1);
  }

  private static List<String> parts(List<String> given) {
    return given.stream()
        .filter(option -> option.startsWith(ONLY))
        .findFirst()
        .map(option -> List.of(option.substring(ONLY.length()).split(",")))
        .map(
            chosen -> {
              if (!PARTS.containsAll(chosen)) {
                throw new IllegalArgumentException(ONLY + " takes some of " + PARTS);
              }
              return chosen;
            })
        .orElse(PARTS);
  }

  private static void measure(Report report, boolean isShort, double part, List<String> parts)
      throws Exception {
    System.out.println("Deploying the empty application and seeding the site ...");
    EmptyServer.deploy();
    try (Seed seed = Seed.make()) {
      Throughput throughput = new Throughput(SECONDS * part);
      System.out.printf("Warming up for %.0f s ...%n", 6 * WARM_UP_EACH * part);
      throughput.warmUp(WARM_UP_EACH * part, 2);
      report.heading();
      for (String each : PARTS) {
        if (parts.contains(each)) {
          measure(each, report, seed, throughput, isShort, part);
        }
      }
    }
  }

  private static void measure(
      String what, Report report, Seed seed, Throughput throughput, boolean isShort, double part)
      throws Exception {
    switch (what) {
      case "requests" -> throughput.measure(report);
      case "connect" -> new ConnectTimes(seed, part).measure(report);
      case "change-sets" -> {
        try (ChangeSetTimes changes = new ChangeSetTimes(part)) {
          changes.measure(report);
        }
      }
      case "power" -> new PowerTimes().measure(report);
      case "consoles" -> new ConsoleTimes(SECONDS * part).measure(report);
      case "pages" -> new PortalPages(SECONDS * part / 2).measure(report);
      case "streams" -> new Streams(SECONDS * part).measure(report);
      default -> new Contention(isShort ? SHORT_RACE : 1).measure(report);
    }
  }
}
