package org.haas.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.health.VlanHealth.Quarantined;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.haas.switches.Drivers;

/** Reads the VLAN ids. */
@ApplicationScoped
class VlanReport {
  /** The order of the conditions is the order of the columns. */
  private static final String COUNTS =
      """
      select count(*) filter (where in_pool),
        count(*) filter (where in_pool and state = 'FREE' and not carried and not reserved),
        count(*) filter (where in_pool and state = 'USED'),
        count(*) filter (where in_pool and state = 'FREE' and carried),
        count(*) filter (where in_pool and state = 'FREE' and not carried and reserved),
        count(*) filter (where not in_pool and state = 'USED')
      from (
        select v.in_pool, v.state, v.id = any (cast(?1 as integer[])) as reserved,
          exists (select 1 from vlan_carrier c where c.vlan = v.id) as carried
        from vlan v) v
      """;

  private static final String QUARANTINED =
      """
      select v.id, v.freed_at, string_agg(s.label, ' ' order by s.label)
      from vlan v join vlan_carrier c on c.vlan = v.id join switch s on s.id = c.switch_id
      where v.state = 'FREE' group by v.id order by v.freed_at nulls first, v.id
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Drivers drivers;

  VlanHealth read(int limit) {
    String reserved =
        drivers.reserved().stream()
            .map(VlanId::toString)
            .collect(Collectors.joining(",", "{", "}"));
    List<?> counts = database.createNativeQuery(COUNTS).setParameter(1, reserved).getResultList();
    return Row.all(counts, row -> health(row, limit)).get(0);
  }

  private VlanHealth health(Row row, int limit) {
    return new VlanHealth(
        row.number(0),
        row.number(1),
        row.number(2),
        row.number(3),
        row.number(4),
        row.number(5),
        limit == 0 ? List.of() : quarantined(limit));
  }

  private List<Quarantined> quarantined(int limit) {
    List<?> rows = database.createNativeQuery(QUARANTINED).setMaxResults(limit).getResultList();
    return Row.all(rows, VlanReport::quarantined);
  }

  private static Quarantined quarantined(Row row) {
    return new Quarantined(
        new VlanId((int) row.number(0)),
        row.moment(1),
        Stream.of(row.text(2).orElse("").split(" ")).map(Label::new).toList());
  }
}
