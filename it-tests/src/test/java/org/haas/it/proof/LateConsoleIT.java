package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A release that has to wait for the node sees what began meanwhile. */
class LateConsoleIT {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
  void release_consoleOpensWhileItWaits_isNotFreeYet() throws SQLException {
    String node = site.reservedNode();
    String path = "v1/nodes/%s/reservation".formatted(node);
    String row = "from node where label = '%s'".formatted(node);
    CompletableFuture<Answer> release;
    try (Records console = Records.open()) {
      console.begin();
      console.rows("select id " + row + " for share");
      release = CompletableFuture.supplyAsync(() -> site.member.delete(path));
      awaitWaiting();
      console.change(
          "insert into console (node_id, tenure, holder, claim_until) select id, tenure,"
              + " gen_random_uuid(), clock_timestamp() + interval '1 minute' "
              + row);
      console.commit();
    }
    release.join().is(202);
    assertThat(state(site.member.get("v1/nodes/" + node))).isEqualTo("RELEASING");

    try (Records console = Records.open()) {
      console.change("delete from console where node_id = (select id " + row + ")");
    }
    Site.until(() -> site.admin.get("v1/nodes/" + node), shown -> state(shown).equals("FREE"));
  }

  private static String state(Answer node) {
    return node.is(200).json().getString("state");
  }

  private static void awaitWaiting() {
    String waiting =
        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%node%'";
    long from = System.nanoTime();
    try (Records records = Records.open()) {
      while (records.rows(waiting).isEmpty()) {
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
