package org.haas.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads the queues. */
@ApplicationScoped
class QueueReport {
  private static final String QUEUES =
      """
      select q.name, s.label,
        case when q.claim_until > clock_timestamp()
          then coalesce(c.instance, cast(q.holder as text)) end,
        case when q.claim_until > clock_timestamp() then q.claim_until end,
        coalesce(o.due, 0), coalesce(o.waiting, 0), coalesce(o.running, 0), o.oldest,
        q.dirty_since, f.uuid, f.at, f.ended, f.error
      from work_queue q
      left join switch s on q.name = concat('switch', chr(58), s.id)
      left join switch_contact c on c.switch_id = s.id and c.fence = q.fence
      left join (
        select queue,
          count(*) filter (where state = 'PENDING' and not_before <= clock_timestamp()) as due,
          count(*) filter (where state = 'PENDING' and not_before > clock_timestamp()) as waiting,
          count(*) filter (where state = 'RUNNING') as running,
          min(requested_at) as oldest
        from operation where state in ('PENDING', 'RUNNING') group by queue) o
        on o.queue = q.name
      left join lateral (
        select uuid, coalesce(finished_at, started_at, requested_at) as at,
          finished_at is not null as ended, error
        from operation where queue = q.name and error is not null order by id desc limit 1) f
        on true
      where q.name not like 'node%' or o.queue is not null
      order by s.label, q.name
      """;

  @PersistenceContext private EntityManager database;

  List<QueueHealth> read() {
    return Row.all(database.createNativeQuery(QUEUES).getResultList(), QueueReport::queue);
  }

  private static QueueHealth queue(Row row) {
    return new QueueHealth(
        row.text(0).orElseThrow(),
        row.label(1),
        row.text(2),
        row.moment(3),
        row.number(4),
        row.number(5),
        row.number(6),
        row.moment(7),
        row.moment(8),
        row.uuid(9)
            .map(
                operation ->
                    new QueueHealth.Failure(
                        operation,
                        row.moment(10).orElseThrow(),
                        row.flag(11),
                        row.text(12).orElseThrow())));
  }
}
