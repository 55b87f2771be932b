package org.haas.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Filters and cuts the trail in the database: one statement, along an index. */
@ApplicationScoped
class AuditSearch {
  private static final String EVENTS =
      "select e.id, e.at, e.actor, e.subject, e.origin, e.action, e.project, e.target, e.detail,"
          + " e.operation, o.state, o.error from audit_event e"
          + " left join operation o on o.uuid = e.operation";

  @PersistenceContext private EntityManager database;

  AuditPage find(AuditQuery query) {
    Conditions conditions = new Conditions();
    query.actor().ifPresent(actor -> conditions.add("e.actor = ?", actor));
    query.project().ifPresent(project -> conditions.add("e.project = ?", project));
    query.target().ifPresent(target -> conditions.add("e.target = ?", target));
    query
        .action()
        .ifPresent(
            action -> conditions.add("(e.action = ? or e.action like ?)", action, escaped(action)));
    query.from().ifPresent(from -> conditions.add("e.at >= ?", Timestamp.from(from)));
    query.until().ifPresent(until -> conditions.add("e.at < ?", Timestamp.from(until)));
    query
        .after()
        .ifPresent(
            after ->
                conditions.add("(e.at, e.id) < (?, ?)", Timestamp.from(after.at()), after.id()));
    List<?> rows =
        conditions
            .bind(database, EVENTS, " order by e.at desc, e.id desc")
            .setMaxResults(query.limit() + 1)
            .getResultList();
    return page(rows.stream().map(row -> event((Object[]) row)).toList(), query.limit());
  }

  private static AuditPage page(List<AuditEventView> found, int limit) {
    if (found.size() <= limit) {
      return new AuditPage(found, Optional.empty());
    }
    List<AuditEventView> events = found.subList(0, limit);
    return new AuditPage(events, Optional.of(events.get(limit - 1).position()));
  }

  /** Those that begin with the action and a dot. */
  private static String escaped(String action) {
    return action.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ".%";
  }

  private static AuditEventView event(Object[] row) {
    Optional<UUID> operation = Optional.ofNullable((UUID) row[9]);
    return new AuditEventView(
        ((Number) row[0]).longValue(),
        instant(row[1]),
        (String) row[2],
        (String) row[3],
        text(row[4]),
        (String) row[5],
        text(row[6]),
        text(row[7]),
        (String) row[8],
        operation.isEmpty() ? AuditOutcome.DONE : outcome((String) row[10]),
        operation,
        text(row[11]));
  }

  private static Instant instant(Object value) {
    return ((Timestamp) value).toInstant();
  }

  private static Optional<String> text(Object value) {
    return Optional.ofNullable((String) value).filter(text -> !text.isEmpty());
  }

  private static AuditOutcome outcome(String operationState) {
    return operationState == null
        ? AuditOutcome.UNKNOWN
        : AuditOutcome.valueOf(operationState.toUpperCase(Locale.ROOT));
  }

  /** What a row must be, and the values, numbered as they come. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String text, Object... given) {
      String numbered = text;
      for (Object value : given) {
        values.add(value);
        numbered = numbered.replaceFirst("\\?(?![0-9])", "?" + values.size());
      }
      texts.add(numbered);
    }

    Query bind(EntityManager database, String select, String order) {
      String where = texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
      Query query = database.createNativeQuery(select + where + order);
      for (int i = 0; i < values.size(); i++) {
        query.setParameter(i + 1, values.get(i));
      }
      return query;
    }
  }
}
