package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A short race for many nodes and VLANs; {@code ./bench} runs a long one. */
class RaceIT {
  private static final Race.Size SIZE = new Race.Size(16, 100, 100, 3000);

  private static Site site;

  @BeforeAll
  static void makeSite() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void reserveAndCreate_manyClientsAtOnce_neverTwoOwnersAndNoLoserWaits() throws Exception {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("RaceIT: -Dhaas.seed=" + seed);

    Race.Outcome outcome = Race.run(site, SIZE, seed);

    System.out.println("RaceIT: " + outcome);
    assertThat(outcome.prizes()).as("what was won").isEqualTo(SIZE.nodes() + SIZE.vlans());
    assertThat(outcome.lost()).as("tries that were too late").isGreaterThan(SIZE.tries() / 10);
  }
}
