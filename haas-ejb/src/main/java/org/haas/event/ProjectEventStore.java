package org.haas.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import org.haas.page.Sql;
import org.haas.page.Tables;

/** Events of projects in the database: their places, and how long they are kept. */
@ApplicationScoped
public class ProjectEventStore {
  /** The most events that are read, or forgotten, at once. */
  static final int MOST = 500;

  private static final int NUMBERED_AT_ONCE = 5000;
  private static final Duration KEPT = Duration.ofDays(7);

  @Inject private Tables tables;

  /** How far the places go. */
  record Mark(long last, long forgotten) {}

  /**
   * Gives places to what was committed until now, in a transaction of its own: a place is only told
   * once it can no more be taken back.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void number() {
    while (tables.number(new Sql("select project_events_number(?)", NUMBERED_AT_ONCE))
        == NUMBERED_AT_ONCE) {
      // the next ones
    }
  }

  /** How far the places go now. */
  Mark mark() {
    return tables
        .rows(
            new Sql("select last, forgotten from project_event_mark"),
            row -> new Mark(row.number(1), row.number(2)))
        .get(0);
  }

  /** The project's events after that place, in order, {@link #MOST} at most. */
  public List<ProjectEventView> after(long projectId, long position) {
    return tables.rows(
        new Sql(
                "select position, at, what, name, node, actor from project_event"
                    + " where project_id = ? and position > ? order by position",
                projectId,
                position)
            .add("limit ?", MOST),
        row ->
            new ProjectEventView(
                row.number(1),
                row.moment(2).orElseThrow(),
                row.text(3),
                row.text(4),
                row.optional(5),
                row.optional(6)));
  }

  /** Forgets some that are too old, {@link #MOST} at most; answers how many. */
  @Transactional(TxType.REQUIRES_NEW)
  public int forget() {
    return (int)
        tables.number(
            new Sql(
                "select project_events_forget(? * interval '1 second', ?)",
                KEPT.toSeconds(),
                MOST));
  }
}
