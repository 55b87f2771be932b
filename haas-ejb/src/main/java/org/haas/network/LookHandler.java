package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.spi.DriverException;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.switches.Drivers;
import org.haas.switches.SwitchStore;

/**
 * Looks at all ports of a switch beside whoever works its queue: it only reads, so it needs no
 * claim and nobody waits for it. What differs from what is known makes a check, under the claim.
 */
@ApplicationScoped
class LookHandler {
  @Inject private CheckStore checks;
  @Inject private LookStore looks;
  @Inject private SwitchStore switches;
  @Inject private Drivers drivers;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  /** Looks once. A switch that does not answer is looked at again when its time comes. */
  void look(long switchId) {
    Instant begun = clock.instant();
    List<PortWork> works = checks.slice(switchId, 0, SwitchCheck.SLICE);
    Optional<SwitchDriver> driver =
        works.isEmpty() ? Optional.empty() : drivers.find(switches.type(switchId));
    driver.ifPresent(known -> look(switchId, begun, known, works));
  }

  private void look(long switchId, Instant begun, SwitchDriver driver, List<PortWork> works) {
    List<PortSeen> found;
    try {
      found = read(switchId, driver, works);
    } catch (DriverException failure) {
      looks.failed(switchId, failure);
      return;
    }
    looks.found(switchId, begun, found);
  }

  private List<PortSeen> read(long switchId, SwitchDriver driver, List<PortWork> first) {
    PortReader reader = new PortReader(() -> new TrunkRule(config.vlanPool(), driver.reserved()));
    List<PortSeen> found = new ArrayList<>();
    try (SwitchSession session = driver.open(endpoint(switchId))) {
      List<PortWork> works = first;
      while (!works.isEmpty()) {
        found.addAll(reader.look(session, works));
        works = checks.slice(switchId, works.get(works.size() - 1).portId(), SwitchCheck.SLICE);
      }
    }
    return found;
  }

  /** A look ends before the next one begins. */
  private SwitchEndpoint endpoint(long switchId) {
    long from = System.nanoTime();
    long longest = config.reconcileLook().toNanos();
    return switches.endpoint(switchId, () -> System.nanoTime() - from < longest);
  }
}
