package org.haas.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;
import org.haas.maintenance.Webhook.Answer;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.QueueStore;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/** The short transactions around a call: whether it still counts, and what was answered. */
@ApplicationScoped
class CallStore {
  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private HaasConfig config;
  @Inject private MaintenanceStore pool;

  /** What is to be told; empty when the machine is not there any more, or there is no pool. */
  @Transactional
  Optional<Call> call(CallOperation operation) {
    Sql there =
        new Sql("select n.label from maintenance_stay s join node n on n.id = s.node_id")
            .add("and n.tenure = s.tenure and n.state = 'MAINTENANCE' join operation o")
            .add("on o.id = s.call_id and o.state in ('PENDING', 'RUNNING')")
            .add("where s.call_id = ?", operation.id());
    return tables.rows(there, row -> new Label(row.text(1))).stream()
        .findFirst()
        .flatMap(node -> pool.find().map(known -> call(known, operation, node)));
  }

  private Call call(MaintenanceStore.Pool known, CallOperation operation, Label node) {
    return new Call(
        URI.create(known.url()),
        known.secret(),
        operation.uuid(),
        node,
        URI.create("%s/api/v1/nodes/%s/maintenance/done".formatted(config.publicUrl(), node)));
  }

  /** The service answered, or could not be reached: then it is told again, however often. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void answered(Claim claim, CallOperation operation, Answer answer) {
    queues.lock(claim);
    tables.change(
        new Sql("update maintenance_stay set answer = ?,", answer.words())
            .add("answered_at = clock_timestamp() where call_id = ?", operation.id()));
    if (!isOpen(operation)) {
      return;
    }
    if (answer.taken()) {
      journal.done(operation);
    } else {
      journal.failedForNow(operation, answer.words());
    }
  }

  /** There is nothing to be told. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void drop(Claim claim, CallOperation operation) {
    queues.lock(claim);
    if (isOpen(operation)) {
      journal.drop(operation);
    }
  }

  private boolean isOpen(CallOperation operation) {
    CallOperation own = database.find(CallOperation.class, operation.id());
    return own != null && own.state().isOpen();
  }
}
