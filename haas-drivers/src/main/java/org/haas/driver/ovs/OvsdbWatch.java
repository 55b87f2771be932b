package org.haas.driver.ovs;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.SwitchWatch;

/** Has the database tell what changes about ports. */
final class OvsdbWatch implements SwitchWatch {
  /** After so long without a word the server is asked for a sign of life. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final OvsdbLink link;
  private long heardAt = System.nanoTime();
  private boolean probed;

  private OvsdbWatch(OvsdbLink link) {
    this.link = link;
  }

  static OvsdbWatch open(SwitchEndpoint endpoint) {
    OvsdbLink link = OvsdbLink.open(endpoint);
    try {
      link.ask(
          "monitor",
          List.of(
              "Open_vSwitch",
              "haas",
              Map.of(
                  "Port", news(List.of(OvsTable.COLUMNS.split(","))),
                  "Bridge", news(List.of("name", "ports")))));
      return new OvsdbWatch(link);
    } catch (RuntimeException failed) {
      link.close();
      throw failed;
    }
  }

  private static Map<String, Object> news(List<String> columns) {
    return Map.of("columns", columns, "select", Map.of("initial", false));
  }

  @Override
  public boolean await(Duration longest) {
    long until = System.nanoTime() + longest.toNanos();
    try {
      while (true) {
        Optional<Map<?, ?>> message = link.next(until);
        if (message.isEmpty()) {
          requireAlive();
          return false;
        }
        heardAt = System.nanoTime();
        probed = false;
        if ("update".equals(message.get().get("method"))) {
          return true;
        }
      }
    } catch (IOException broken) {
      throw link.broken(broken);
    }
  }

  private void requireAlive() throws IOException {
    Duration quiet = Duration.ofNanos(System.nanoTime() - heardAt);
    if (probed && quiet.compareTo(QUIET.plus(link.timeout())) > 0) {
      throw new IOException("it gives no sign of life");
    }
    if (!probed && quiet.compareTo(QUIET) > 0) {
      link.probe();
      probed = true;
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
