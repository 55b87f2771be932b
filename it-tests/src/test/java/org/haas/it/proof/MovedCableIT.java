package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cable is moved after a request has found it, and before the request has locked its node. */
class MovedCableIT {
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
  void unplug_cableMovedMeanwhile_leavesItAlone() throws SQLException {
    String node = site.cabledNode();
    String old = "v1/switches/%s/ports/%s/nic".formatted(site.switchName, site.lastPort());

    Answer answer = whileTheCableMoves(node, site.freshPort(), () -> site.admin.delete(old));

    assertThat(answer.status()).as(answer.toString()).isIn(404, 409);
    site.admin.delete(cable(site.lastPort())).isDone();
  }

  @Test
  void revert_cableMovedMeanwhile_leavesTheNodeAlone() throws SQLException {
    String node = site.cabledNode();
    String old = "v1/switches/%s/ports/%s/revert".formatted(site.switchName, site.lastPort());

    Answer answer = whileTheCableMoves(node, site.freshPort(), () -> site.admin.post(old, "{}"));

    assertThat(answer.status()).as(answer.toString()).isIn(404, 409);
    site.admin.delete(cable(site.lastPort())).isDone();
  }

  /** What other administrators do in two requests is one transaction here, which can be held up. */
  private static Answer whileTheCableMoves(String node, String port, Supplier<Answer> request)
      throws SQLException {
    try (Records mover = Records.open()) {
      mover.begin();
      mover.rows("select id from node where label = '%s' for update".formatted(node));
      CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(request);
      awaitSomebodyWaiting();
      mover.change(
          ("update nic set port_id = (select p.id from port p join switch s on s.id = p.switch_id"
                  + " where p.name = '%s' and s.label = '%s')"
                  + " where node_id = (select id from node where label = '%s')")
              .formatted(port.replace("%2F", "/"), site.switchName, node));
      mover.commit();
      return asked.join();
    }
  }

  private static void awaitSomebodyWaiting() {
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

  private static String cable(String port) {
    return "v1/switches/%s/ports/%s/nic".formatted(site.switchName, port);
  }
}
