package org.haas.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.haas.node.PowerView;
import org.haas.spi.PowerState;

/** Reads the management controllers that somebody has to look after. */
@ApplicationScoped
class BmcReport {
  private static final int MOST = 500;

  private static final String SICK =
      """
      select n.label, b.type, w.state, w.read_at, w.error, w.failed_at
      from node_power w join node n on n.id = w.node_id join bmc b on b.node_id = n.id
      where w.error is not null or (w.state = 'ON' and n.state = 'FREE')
      order by w.failed_at, n.label
      """;

  @PersistenceContext private EntityManager database;

  List<BmcHealth> read() {
    return Row.all(
        database.createNativeQuery(SICK).setMaxResults(MOST).getResultList(), BmcReport::health);
  }

  private static BmcHealth health(Row row) {
    return new BmcHealth(
        row.label(0).orElseThrow(),
        row.text(1).orElseThrow(),
        new PowerView(PowerState.valueOf(row.text(2).orElseThrow()), row.moment(3), row.text(4)),
        row.moment(5));
  }
}
