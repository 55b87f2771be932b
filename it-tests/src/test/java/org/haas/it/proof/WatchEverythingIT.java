package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Site;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The watch over all tests sees it when somebody else writes to a switch. */
class WatchEverythingIT {
  private static final PortName PORT = new PortName("gi1/0/1");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Site site;

  @BeforeAll
  static void connect() {
    site = new Site();
    site.connect(site.heldNode(), site.network());
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  static List<PortConfig> leaks() {
    return List.of(
        new PortConfig(Optional.of(new VlanId(1)), new TreeSet<>()),
        new PortConfig(Optional.empty(), new TreeSet<>(Set.of(new VlanId(3999)))),
        PortConfig.EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void watch_aPortCarriesWhatNobodyWants_isFound(PortConfig leak) {
    assertThat(WatchEverything.found()).isEmpty();
    try (Hand hand = new Hand(site)) {
      PortConfig before = hand.set(PORT, leak);
      Set<String> found = WatchEverything.found();
      for (long from = System.nanoTime();
          found.isEmpty() && System.nanoTime() - from < PATIENCE.toNanos();
          found = WatchEverything.found()) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      assertThat(found).anySatisfy(leaked -> assertThat(leaked).contains(leak.toString()));
      hand.set(PORT, before);
    }
    WatchEverything.awaitNothingFound();
  }
}
