package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.haas.config.HaasConfig;
import org.haas.headnode.HeadnodeLineHandler;
import org.haas.node.BmcStore;
import org.haas.node.DiscreetSession;
import org.haas.power.SeenOff;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.DriverException;

/**
 * Connects consoles. Before the first byte of a tenure it reads away what the controller kept from
 * the one before.
 */
@ApplicationScoped
class ConsoleHandler implements SeenOff {
  private static final System.Logger LOG = System.getLogger(ConsoleHandler.class.getName());
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
  private static final int DRAIN_BYTES = 8192;

  @Inject private BmcStore controllers;
  @Inject private HeadnodeLineHandler headnodes;
  @Inject private ConsoleStore store;
  @Inject private HaasConfig config;

  /**
   * A console whose next byte is of this tenure.
   *
   * @param mayProceed whether this instance still has the claim
   */
  BmcConsole open(Place place, BooleanSupplier mayProceed) {
    if (place.isHeadnode()) {
      return headnodes.console(place.id(), mayProceed);
    }
    BmcStore.Controller found = controllers.controller(place.id(), mayProceed);
    try (BmcSession session = DiscreetSession.open(found.driver()::open, found.endpoint())) {
      BmcConsole console = session.console();
      try {
        if (!store.isClean(place)) {
          drain(place, console);
          store.clean(place);
        }
        return console;
      } catch (RuntimeException failed) {
        console.close();
        throw failed;
      }
    }
  }

  /**
   * At the end of a tenure: with the machine off this takes a second, and the next tenure's first
   * words are not taken for the last one's.
   */
  @Override
  public void seenOff(long nodeId, BmcSession session) {
    try (BmcConsole console = session.console()) {
      if (isDrained(console, LONGEST_FAREWELL)) {
        store.cleanAtTheEnd(nodeId);
      }
    } catch (DriverException failed) {
      LOG.log(DEBUG, "the next tenure reads its console empty, because now: {0}", failed);
    }
  }

  /**
   * A machine that never is quiet is on, and what it says after half a minute is not from before.
   */
  private void drain(Place place, BmcConsole console) {
    if (!isDrained(console, LONGEST_DRAIN)) {
      LOG.log(INFO, "node {0} talks on; its console is shown from now", place.label());
    }
  }

  /** Reads until the controller has been quiet for a while: what it kept comes at once. */
  private boolean isDrained(BmcConsole console, Duration longest) {
    byte[] away = new byte[DRAIN_BYTES];
    long begun = System.nanoTime();
    long heard = begun;
    while (System.nanoTime() - heard < config.consoleQuiet().toNanos()) {
      int count = console.read(away);
      if (count < 0) {
        throw new DriverException(
            DriverException.Kind.UNREACHABLE, "The BMC closed the console at once.");
      }
      if (count > 0) {
        heard = System.nanoTime();
      }
      if (System.nanoTime() - begun > longest.toNanos()) {
        return false;
      }
    }
    return true;
  }
}
