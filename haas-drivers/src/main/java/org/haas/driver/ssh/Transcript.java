package org.haas.driver.ssh;

import java.lang.System.Logger.Level;
import org.haas.spi.DriverException;
import org.haas.spi.SwitchEndpoint;

/** What is said on a switch's command line, in the log at DEBUG, without the secret. */
final class Transcript {
  private static final System.Logger LOG = System.getLogger(Transcript.class.getName());

  private final SwitchEndpoint endpoint;

  Transcript(SwitchEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  void sent(String line) {
    LOG.log(Level.DEBUG, () -> endpoint.name() + " > " + masked(line));
  }

  void heard(String text) {
    LOG.log(Level.DEBUG, () -> endpoint.name() + " < " + words(text));
  }

  /** A text of the switch for a message: short, printable, without the secret. */
  String words(String text) {
    return DriverException.words(masked(text));
  }

  private String masked(String text) {
    return endpoint.secret().isEmpty() ? text : text.replace(endpoint.secret().reveal(), "***");
  }
}
