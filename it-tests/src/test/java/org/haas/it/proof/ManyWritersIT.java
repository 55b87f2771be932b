package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More requests change something at one moment than the server has connections to the database. */
class ManyWritersIT {
  /** The pool lends 32. */
  private static final int WRITERS = 48;

  private static final int ALL_CONNECTIONS = 20;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Less than the database waits before it ends a transaction that does nothing. */
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private static Site site;

  @BeforeAll
  static void makeSite() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void record_byMoreThanThereAreConnections_waitsForNoneTwice() throws SQLException {
    List<String> nodes = Stream.generate(() -> site.bareNode()).limit(WRITERS).toList();
    ExecutorService clients = Executors.newFixedThreadPool(WRITERS);
    try (Records brake = Records.open()) {
      brake.begin();
      brake.change("lock table node in exclusive mode");
      List<CompletableFuture<Answer>> asked =
          nodes.stream()
              .map(node -> CompletableFuture.supplyAsync(() -> noted(node), clients))
              .toList();
      awaitWaiting();
      brake.commit();
      long begin = System.nanoTime();
      assertThat(asked).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
    } finally {
      clients.shutdown();
    }
  }

  /** What locks an entity, and goes on by SQL. */
  private static Answer noted(String node) {
    return site.admin.put("v1/nodes/%s/metadata/rack".formatted(node), "{\"value\":\"A1\"}");
  }

  private static void awaitWaiting() {
    String waiting =
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%node%'";
    long from = System.nanoTime();
    try (Records records = Records.open()) {
      while (records.rows(waiting).size() < ALL_CONNECTIONS) {
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
