package org.haas.network;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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
  private static final System.Logger LOG = System.getLogger(LookHandler.class.getName());

  @Inject private CheckStore checks;
  @Inject private SwitchStore switches;
  @Inject private Drivers drivers;
  @Inject private HaasConfig config;

  /** Looks once. A switch that does not answer is looked at again when its time comes. */
  void look(long switchId) {
    List<PortWork> works = checks.slice(switchId, 0, SwitchCheck.SLICE);
    if (works.isEmpty()) {
      return;
    }
    drivers
        .find(switches.type(switchId))
        .ifPresent(
            driver -> {
              try {
                checks.compare(switchId, read(switchId, driver, works));
              } catch (DriverException failure) {
                LOG.log(DEBUG, "switch {0} was not looked at: {1}", switchId, failure.getMessage());
              }
            });
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
