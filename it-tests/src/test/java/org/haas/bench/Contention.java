package org.haas.bench;

import java.util.Optional;
import org.haas.it.Site;
import org.haas.it.proof.Race;

/** 16 clients race for 100 nodes and 100 VLANs; the audit trail must never show two owners. */
final class Contention {
  private static final int CLIENTS = 16;
  private static final int PRIZES = 100;
  private static final int TRIES = 100_000;

  private final int tries;

  Contention(double part) {
    this.tries = (int) (TRIES * part);
  }

  void measure(Report report) throws Exception {
    String work = "race for nodes and VLANs, %,d tries".formatted(tries);
    try (Site site = new Site()) {
      Race.Outcome outcome =
          Race.run(site, new Race.Size(CLIENTS, PRIZES, PRIZES, tries), System.nanoTime());
      double perSecond = tries / (outcome.took().toNanos() / 1e9);
      report.add(result(work, perSecond, true, "never two owners, no 5xx"));
    } catch (AssertionError broken) {
      report.add(result(work, 0, false, "never two owners, no 5xx: " + broken.getMessage()));
    }
  }

  private static Result result(String work, double perSecond, boolean met, String wanted) {
    return new Result(
        work,
        perSecond,
        "/s",
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        wanted,
        met);
  }
}
