package org.haas.it.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.proof.Records;

/**
 * Counts what a request asks of the database, by the database's own statistics. What is asked while
 * nobody requests anything, by timers and by those who watch the tests, does not count; nor does
 * what tells others of changes, of many at once as it happens, nor what triggers write at a
 * transaction's end, which the server is not asked for.
 */
final class Statements implements AutoCloseable {
  private static final int REPEATS = 20;
  private static final String SO_FAR =
      """
      select s.queryid || ' ' || s.toplevel, s.calls, s.query from pg_stat_statements s
        join pg_database d on d.oid = s.dbid
      where d.datname = current_database()
        and s.query !~* '^(begin|commit|rollback|listen|set |show )'
        and s.query not like '%pg_stat_statements%'
        and s.query not like 'insert into project_event %'
        and s.query not like 'select pg_notify(%'""";

  private static final Duration IDLE = Duration.ofSeconds(3);

  private final Records records = Records.open();
  private final Set<String> background = background();

  private Set<String> background() {
    Map<String, Long> before = calls();
    LockSupport.parkNanos(IDLE.toNanos());
    Map<String, Long> after = calls();
    after.keySet().removeIf(each -> after.get(each).equals(before.get(each)));
    return after.keySet();
  }

  /**
   * The statements of one request, and how often it sends each.
   *
   * @param request has no effect that a second one would not have
   */
  Map<String, Integer> of(Runnable request) {
    request.run();
    Map<String, Long> before = calls();
    for (int i = 0; i < REPEATS; i++) {
      request.run();
    }
    Map<String, Integer> often = new LinkedHashMap<>();
    for (List<String> row : records.rows(SO_FAR)) {
      long more = Long.parseLong(row.get(1)) - before.getOrDefault(row.get(0), 0L);
      long each = more / REPEATS;
      if (each > 0 && !background.contains(row.get(0))) {
        often.merge(row.get(2), (int) each, Integer::sum);
      }
    }
    return often;
  }

  private Map<String, Long> calls() {
    Map<String, Long> calls = new LinkedHashMap<>();
    records.rows(SO_FAR).forEach(row -> calls.put(row.get(0), Long.valueOf(row.get(1))));
    return calls;
  }

  @Override
  public void close() {
    records.close();
  }
}
