package org.haas.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.operation.Operation;
import org.haas.operation.OperationView;

/** What waits for somebody to do something about it. */
@Stateless
public class Alerts {
  /** Its own attempts to put things right are nobody's answer to a failure. */
  private static final String UNANSWERED =
      "select o.* from (select o.* from operation o left join nic c on c.id = o.nic_id"
          + " left join node n on n.id = c.node_id"
          + " where o.state = 'ERROR' and o.port_id is not null and o.finished_at > clock_timestamp() - interval '7 days'"
          + " and o.project_id is not distinct from n.project_id"
          + " and not exists (select 1 from operation later where later.port_id = o.port_id"
          + " and later.id > o.id and later.requested_by <> 'haas')"
          + " union all select o.* from operation o join node n on n.id = o.node_id"
          + " where o.state = 'ERROR' and o.finished_at > clock_timestamp() - interval '7 days'"
          + " and o.tenure = n.tenure and not exists (select 1 from operation later"
          + " where later.node_id = o.node_id and later.id > o.id)"
          + " union all select o.* from operation o join headnode h on h.id = o.headnode_id"
          + " where o.state = 'ERROR' and o.finished_at > clock_timestamp() - interval '7 days'"
          + " and not exists (select 1 from operation later where later.headnode_id = o.headnode_id"
          + " and later.hnic_id is not distinct from o.hnic_id and later.id > o.id)"
          + " union all select o.* from node n join operation o on o.node_id = n.id"
          + " and o.action = 'release_node' and o.state in ('PENDING', 'RUNNING')"
          + " and o.attempts > 0 where n.state = 'RELEASING'"
          + " union all select o.* from operation o where o.queue = 'maintenance:1'"
          + " and o.state in ('PENDING', 'RUNNING') and o.attempts > 0) o where true";

  private static final String OWN =
      " and o.project_id in (select m.project_id from standing m"
          + " where m.issuer = ?1 and m.subject = ?2)";

  private static final String NEWEST_FIRST = " order by o.id desc";

  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  /**
   * The operations of the last seven days that failed, if the project still holds the node and
   * nobody has asked anything of the port, the BMC or the headnode since, releases that cannot end,
   * and what the maintenance service does not hear; newest first. Those of the caller's projects;
   * all for an administrator. One statement.
   *
   * @param most how many at most
   */
  public List<OperationView> list(int most) {
    Caller caller = access.caller();
    Query query =
        database.createNativeQuery(
            UNANSWERED + (caller.admin() ? "" : OWN) + NEWEST_FIRST, Operation.class);
    if (!caller.admin()) {
      query.setParameter(1, caller.issuer()).setParameter(2, caller.subject());
    }
    List<?> found = query.setMaxResults(most).getResultList();
    return found.stream()
        .map(Operation.class::cast)
        .map(operation -> operation.view(caller.admin()))
        .toList();
  }
}
