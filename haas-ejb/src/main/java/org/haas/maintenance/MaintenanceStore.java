package org.haas.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.config.Seal;
import org.haas.hook.HookUrl;
import org.haas.node.Node;
import org.haas.node.NodeStore;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.QueueId;
import org.haas.operation.QueueStore;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.project.Project;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** The pool, and the machines in it. All in the transaction of who asks. */
@ApplicationScoped
public class MaintenanceStore {
  /** SQL: the node {@code n}, which its project gives back, goes there before it is free. */
  public static final String AWAITS =
      "exists (select 1 from maintenance_pool m where m.project_id <> n.project_id)";

  private static final String SECRET_PLACE = "maintenance_pool/secret";

  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private NodeStore nodes;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private Seal seal;
  @Inject private Clock clock;

  /**
   * The pool as it is recorded.
   *
   * @param secret with which calls are signed
   */
  record Pool(long projectId, Label project, String url, Secret secret) {
    MaintenanceView view() {
      return new MaintenanceView(project, URI.create(url));
    }
  }

  /** The pool, if there is one. */
  @Transactional(TxType.MANDATORY)
  Optional<Pool> find() {
    return tables.rows(pool(), this::pool).stream().findFirst();
  }

  /** The same, its row locked until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<Pool> locked() {
    return tables.rows(pool().add("for update of m"), this::pool).stream().findFirst();
  }

  private static Sql pool() {
    return new Sql("select m.project_id, p.label, m.url, encode(m.secret, 'hex')")
        .add("from maintenance_pool m join project p on p.id = m.project_id");
  }

  private Pool pool(Row row) throws SQLException {
    byte[] sealed = HexFormat.of().parseHex(row.text(4));
    return new Pool(
        row.number(1), new Label(row.text(2)), row.text(3), seal.open(sealed, SECRET_PLACE));
  }

  /** Records it, in place of the one before. */
  @Transactional(TxType.MANDATORY)
  void record(Project project, HookUrl url, Secret secret) {
    tables.change(
        new Sql(
                "insert into maintenance_pool (project_id, url, secret) values (?, ?, ?)",
                project.id(),
                url.toString(),
                seal.close(secret, SECRET_PLACE))
            .add("on conflict (single) do update set project_id = excluded.project_id,")
            .add("url = excluded.url, secret = excluded.secret"));
    queues.open(QueueId.MAINTENANCE);
  }

  /** Forgets it; machines that are there stay there, and nobody is told of them any more. */
  @Transactional(TxType.MANDATORY)
  void forget() {
    tables.change(new Sql("delete from maintenance_pool"));
    journal.closeQueue(QueueId.MAINTENANCE);
  }

  /** Whether the node, which its project gives back, goes there before it is free. */
  @Transactional(TxType.MANDATORY)
  public boolean awaits(Node node) {
    Sql question = new Sql("select " + AWAITS + " from node n where n.id = ?", node.id());
    return tables.rows(question, row -> row.flag(1)).contains(true);
  }

  /**
   * Takes a node of which nothing is left to undo, its row locked, and has the service told.
   *
   * @param requestedBy who gave it back
   * @return false when there is no pool any more
   */
  @Transactional(TxType.MANDATORY)
  public boolean take(Node node, String requestedBy) {
    Optional<Pool> pool = find();
    pool.ifPresent(known -> take(node, known, requestedBy));
    return pool.isPresent();
  }

  private void take(Node node, Pool pool, String requestedBy) {
    nodes.handOver(node, pool.projectId());
    Project caretaker = database.find(Project.class, pool.projectId());
    CallOperation call = new CallOperation(node, caretaker, requestedBy, clock.instant());
    journal.enqueue(call);
    database.flush();
    tables.change(
        new Sql(
                "insert into maintenance_stay (node_id, tenure, call_id) values (?, ?, ?)",
                node.id(),
                node.tenure(),
                call.id())
            .add("on conflict (node_id) do update set tenure = excluded.tenure,")
            .add("call_id = excluded.call_id, since = clock_timestamp(), answer = null,")
            .add("answered_at = null"));
  }

  /** The machines that are there, the one that came first before the others. */
  @Transactional(TxType.MANDATORY)
  List<StayView> stays(Sql visible) {
    Sql stays =
        new Sql("select n.label, p.label, s.since, cast(o.uuid as text), o.state, o.attempts,")
            .add("s.answer, s.answered_at from node n join project p on p.id = n.project_id")
            .add("join maintenance_stay s on s.node_id = n.id and s.tenure = n.tenure")
            .add("left join operation o on o.id = s.call_id")
            .add("where n.state = 'MAINTENANCE' and")
            .add(visible)
            .add("order by s.since, n.id");
    return tables.rows(stays, MaintenanceStore::stay);
  }

  private static StayView stay(Row row) throws SQLException {
    return new StayView(
        new Label(row.text(1)),
        new Label(row.text(2)),
        row.moment(3).orElseThrow(),
        row.optional(4).map(UUID::fromString),
        row.optional(5).map(OperationState::valueOf),
        (int) row.number(6),
        row.optional(7),
        row.moment(8));
  }
}
