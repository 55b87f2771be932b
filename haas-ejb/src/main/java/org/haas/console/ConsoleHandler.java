package org.haas.console;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.haas.config.HaasConfig;
import org.haas.node.BmcStore;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;

/**
 * Connects consoles. Before the first byte of a tenure it reads away what the controller kept from
 * the one before.
 */
@ApplicationScoped
class ConsoleHandler {
  private static final System.Logger LOG = System.getLogger(ConsoleHandler.class.getName());
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
  private static final int DRAIN_BYTES = 8192;

  @Inject private BmcStore controllers;
  @Inject private ConsoleStore store;
  @Inject private HaasConfig config;

  /**
   * A console whose next byte is of this tenure.
   *
   * @param mayProceed whether this instance still has the claim
   */
  BmcConsole open(Place place, BooleanSupplier mayProceed) {
    BmcEndpoint endpoint = controllers.endpoint(place.node(), mayProceed);
    try (BmcSession session = controllers.driver(place.node()).open(endpoint)) {
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
   * Reads until the controller has been quiet for a while: what it kept comes at once. A machine
   * that never is quiet is on, and what it says after half a minute is not from before.
   */
  private void drain(Place place, BmcConsole console) {
    byte[] away = new byte[DRAIN_BYTES];
    long begun = System.nanoTime();
    long heard = begun;
    long bytes = 0;
    while (System.nanoTime() - heard < config.consoleQuiet().toNanos()
        && System.nanoTime() - begun < LONGEST_DRAIN.toNanos()) {
      int count = console.read(away);
      if (count < 0) {
        throw new DriverException(
            DriverException.Kind.UNREACHABLE,
            "The BMC of node %s closed the console.".formatted(place.label()));
      }
      if (count > 0) {
        bytes += count;
        heard = System.nanoTime();
      }
    }
    if (bytes > 0) {
      LOG.log(INFO, "node {0}: {1} bytes from before the tenure read away", place.label(), bytes);
    }
  }
}
