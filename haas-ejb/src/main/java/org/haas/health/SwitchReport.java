package org.haas.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.haas.health.SwitchHealth.Contact;
import org.haas.switches.Drivers;

/** Reads the switches. */
@ApplicationScoped
class SwitchReport {
  private static final String SWITCHES =
      """
      select s.label, s.type, s.host, s.tcp_port,
        case
          when c.failed_at is null and c.reached_at is null then 'NEVER'
          when c.failed_at is null or c.reached_at > c.failed_at then 'REACHABLE'
          else 'UNREACHABLE' end,
        greatest(c.reached_at, p.read_at), c.failed_at, c.error,
        case when q.claim_until > clock_timestamp() then c.instance end,
        coalesce(p.total, 0), coalesce(p.failed, 0), coalesce(p.cabled, 0)
      from switch s
      left join switch_contact c on c.switch_id = s.id
      left join work_queue q on q.name = concat('switch', chr(58), s.id) and q.fence = c.fence
      left join (
        select p.switch_id, count(*) as total, count(*) filter (where p.state = 'FAILED') as failed,
          count(n.id) as cabled, max(p.read_at) as read_at
        from port p left join nic n on n.port_id = p.id group by p.switch_id) p
        on p.switch_id = s.id
      order by s.label
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Drivers drivers;

  List<SwitchHealth> read() {
    return Row.all(database.createNativeQuery(SWITCHES).getResultList(), this::health);
  }

  private SwitchHealth health(Row row) {
    String type = row.text(1).orElseThrow();
    return new SwitchHealth(
        row.label(0).orElseThrow(),
        type,
        row.text(2).orElseThrow(),
        (int) row.number(3),
        drivers.find(type).isPresent(),
        Contact.valueOf(row.text(4).orElseThrow()),
        row.moment(5),
        row.moment(6),
        row.text(7),
        row.text(8),
        new SwitchHealth.Ports(row.number(9), row.number(10), row.number(11)));
  }
}
