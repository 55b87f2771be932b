package org.haas.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.config.HaasConfig;
import org.haas.once.IdempotencyStore;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.seen.AsSeen;

/**
 * Writes rows of the audit trail, in the transaction of the change if there is one. Where the
 * caller asked under an idempotency key, the key is marked there too: every change comes by here.
 */
@ApplicationScoped
public class AuditTrail {
  /** The most events that are forgotten in one transaction. */
  static final int AT_ONCE = 10_000;

  private static final int LONGEST_DETAIL = 4000;
  private static final String ITSELF = "haas";

  @Inject private CurrentCaller current;
  @Inject private HaasConfig config;
  @Inject private Tables tables;
  @Inject private IdempotencyStore keys;
  @Inject private AsSeen seen;
  @PersistenceContext private EntityManager database;

  /**
   * Writes that the caller did this.
   *
   * @param action such as {@code node.reserve}
   * @param project the project's name, or empty
   * @param target the name of what was changed, or empty
   */
  @Transactional
  public void record(String action, String project, String target, String detail) {
    record(new AuditEntry(action, project, target, detail, Optional.empty()));
  }

  /**
   * Writes that the caller did this to each of these, by one statement.
   *
   * @param targets the names of what was changed, at least one
   */
  @Transactional
  public void recordAll(String action, String project, List<String> targets) {
    record(
        targets.stream()
            .map(
                target ->
                    new AuditEntry(
                        action,
                        project,
                        target,
                        "project=%s, node=%s".formatted(project, target),
                        Optional.empty()))
            .toList());
  }

  /**
   * Writes that the caller did this.
   *
   * @throws org.haas.error.HaasException KEY_IN_USE as {@link IdempotencyStore#mark}
   */
  @Transactional
  void record(AuditEntry entry) {
    record(List.of(entry));
  }

  private void record(List<AuditEntry> entries) {
    seen.requireAsked();
    keys.mark();
    Sql rows =
        new Sql(
            "insert into audit_event"
                + " (actor, subject, origin, action, project, target, detail, operation) values");
    String comma = "";
    for (AuditEntry entry : entries) {
      rows.add(comma).add(row(entry));
      comma = ",";
    }
    tables.change(rows);
  }

  private Sql row(AuditEntry entry) {
    Optional<Caller> caller = current.get();
    String detail = entry.detail();
    return new Sql(
        "(?, ?, ?, ?, ?, ?, ?, cast(nullif(?, '') as uuid))",
        caller.map(Caller::username).orElse(ITSELF),
        caller.map(c -> c.issuer() + " " + c.subject()).orElse(ITSELF),
        current.origin(),
        entry.action(),
        entry.project(),
        entry.target(),
        detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
        entry.operation().map(UUID::toString).orElse(""));
  }

  /**
   * Forgets the oldest events that are older than the retention, {@link #AT_ONCE} at most; an event
   * of its own tells that.
   *
   * @return how many
   */
  @Transactional(TxType.REQUIRES_NEW)
  long forget() {
    long kept = config.auditRetention().toSeconds();
    Object forgotten =
        database
            .createNativeQuery("select audit_event_forget(?1 * interval '1 second', ?2)")
            .setParameter(1, kept)
            .setParameter(2, AT_ONCE)
            .getSingleResult();
    long count = ((Number) forgotten).longValue();
    if (count > 0) {
      String what = "%d events older than %s".formatted(count, config.auditRetention());
      record("audit.forget", "", "", what);
    }
    return count;
  }
}
