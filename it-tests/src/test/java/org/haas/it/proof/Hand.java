package org.haas.it.proof;

import java.util.List;
import org.haas.it.Site;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;

/** Somebody's hand at a site's switch, behind the back of HaaS. */
final class Hand implements AutoCloseable {
  private final SwitchSession session;

  Hand(Site site) {
    session = site.intrude(fence(site));
  }

  /** Makes the port carry that; answers what it carried before. */
  PortConfig set(PortName port, PortConfig config) {
    PortConfig before = session.read(List.of(port)).get(port);
    session.apply(List.of(new PortChange(port, before, config)));
    return before;
  }

  /** That of the last writer: the switch takes an older one for a stale worker. */
  private static long fence(Site site) {
    String sql =
        "select q.fence from work_queue q join switch s on q.name = 'switch:' || s.id"
            + " where s.label = '%s'";
    try (Records records = Records.open()) {
      return Long.parseLong(records.rows(sql.formatted(site.switchName)).get(0).get(0));
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
