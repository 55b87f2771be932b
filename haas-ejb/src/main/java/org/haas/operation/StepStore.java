package org.haas.operation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;

/** The named steps of operations: what people watch, and where the next attempt goes on. */
@ApplicationScoped
public class StepStore {
  @Inject private Tables tables;
  @Inject private Changes changes;

  /** Writes down what is to be done, in that order; the operation has its row already. */
  @Transactional(TxType.MANDATORY)
  public void plan(Operation operation, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      tables.change(
          new Sql(
              "insert into operation_step (operation_id, position, name) values (?, ?, ?)",
              operation.id(),
              i,
              names.get(i)));
    }
  }

  /** What an earlier one had done of the same steps counts as done. */
  @Transactional(TxType.MANDATORY)
  public void goOnFrom(Operation operation, Operation earlier) {
    tables.change(
        new Sql(
            "update operation_step s set state = e.state, started_at = e.started_at,"
                + " finished_at = e.finished_at from operation_step e where s.operation_id = ?"
                + " and e.operation_id = ? and e.name = s.name and e.state = 'DONE'",
            operation.id(),
            earlier.id()));
  }

  /** The steps that are not done, in their order. */
  @Transactional
  public List<String> left(Operation operation) {
    return tables.rows(
        new Sql(
            "select name from operation_step where operation_id = ? and state <> 'DONE'"
                + " order by position",
            operation.id()),
        row -> row.text(1));
  }

  /** It is being done. */
  @Transactional(TxType.MANDATORY)
  public void begin(Operation operation, String step) {
    change(
        operation,
        step,
        "state = 'RUNNING', error = null, started_at = coalesce(started_at, clock_timestamp())");
  }

  /** It is done. */
  @Transactional(TxType.MANDATORY)
  public void done(Operation operation, String step) {
    change(operation, step, "state = 'DONE', error = null, finished_at = clock_timestamp()");
  }

  /** It is done, and that was seen: what people read as its evidence. */
  @Transactional(TxType.MANDATORY)
  public void done(Operation operation, String step, String found) {
    done(operation, step);
    change(operation, step, "found = ?", found);
  }

  /** What was seen when it was done is not so any more: it is begun again. */
  @Transactional(TxType.MANDATORY)
  public void again(Operation operation, String step) {
    change(operation, step, "state = 'PENDING', finished_at = null, found = null");
  }

  /** The one that is being done waits for that. */
  @Transactional(TxType.MANDATORY)
  public void waits(Operation operation, String reason) {
    tables.change(
        new Sql(
            "update operation_step set error = ? where operation_id = ? and state = 'RUNNING'",
            reason,
            operation.id()));
    announce(operation);
  }

  /** The one that was being done failed, with these words. */
  @Transactional(TxType.MANDATORY)
  public void failed(Operation operation, String words) {
    tables.change(
        new Sql(
            "update operation_step set state = 'ERROR', error = ? where operation_id = ?"
                + " and state = 'RUNNING'",
            words,
            operation.id()));
  }

  /** All of them, in their order. */
  @Transactional
  List<StepView> of(Operation operation) {
    return tables.rows(
        new Sql(
            "select name, state, started_at, finished_at, error, found from operation_step"
                + " where operation_id = ? order by position",
            operation.id()),
        row -> view(row, 1));
  }

  /** A step and whose it is. */
  private record Owned(UUID operation, StepView step) {}

  /**
   * Those of several operations, each in their order.
   *
   * @param visible which operations, {@code o} in it, the caller may see
   */
  @Transactional
  Map<UUID, List<StepView>> of(Collection<UUID> operations, Sql visible) {
    if (operations.isEmpty()) {
      return new HashMap<>();
    }
    String ids = operations.stream().map(UUID::toString).collect(joining(",", "{", "}"));
    return tables
        .rows(
            new Sql(
                    "select o.uuid, s.name, s.state, s.started_at, s.finished_at, s.error, s.found"
                        + " from operation_step s join operation o on o.id = s.operation_id"
                        + " where o.uuid = any (cast(? as uuid[])) and",
                    ids)
                .add(visible)
                .add("order by s.operation_id, s.position"),
            row -> new Owned(UUID.fromString(row.text(1)), view(row, 2)))
        .stream()
        .collect(groupingBy(Owned::operation, mapping(Owned::step, toList())));
  }

  private static StepView view(Row row, int first) throws SQLException {
    return new StepView(
        row.text(first),
        StepState.valueOf(row.text(first + 1)),
        row.moment(first + 2),
        row.moment(first + 3),
        row.optional(first + 4),
        row.optional(first + 5));
  }

  private void change(Operation operation, String step, String what, Object... values) {
    tables.change(
        new Sql("update operation_step set " + what, values)
            .add("where operation_id = ? and name = ?", operation.id(), step));
    announce(operation);
  }

  private void announce(Operation operation) {
    changes.announce(
        new Change(
            Change.Kind.OPERATION,
            operation.uuid().toString(),
            operation.node(),
            operation.projectId().map(OptionalLong::of).orElse(OptionalLong.empty())));
  }
}
