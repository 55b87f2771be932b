package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database rolls back to resolve a deadlock is done again, and nobody notices. */
class DeadlockIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Site site;

  @BeforeAll
  static void makeSite() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  /** PostgreSQL chooses who has waited for its deadlock_timeout first: the request. */
  @Test
  void reserve_deadlockWithAnother_isDoneAgain() throws Exception {
    String node = site.bareNode();
    try (Records other = Records.open()) {
      other.change("begin");
      lock(other, "project", site.project);
      CompletableFuture<Answer> reserve =
          CompletableFuture.supplyAsync(
              () ->
                  site.member.put(
                      "v1/nodes/%s/reservation".formatted(node),
                      "{\"project\": \"%s\"}".formatted(site.project)));
      awaitBlockedBy(other);
      lock(other, "node", node);
      other.change("rollback");
      assertThat(reserve.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    assertThat(site.member.get("v1/nodes/" + node).is(200).json().getString("project"))
        .isEqualTo(site.project);
  }

  /** Nodes are locked before ports, all of them and in one order, or this would be a deadlock. */
  @Test
  void site_nodeLockedByAnother_holdsNoPortMeanwhile() throws Exception {
    String first = site.nodeWithNic();
    String second = site.bareNode();
    String port = site.freshPort();
    try (Records other = Records.open();
        Records third = Records.open()) {
      other.change("begin");
      lock(other, "node", second);
      CompletableFuture<Answer> apply =
          CompletableFuture.supplyAsync(
              () -> site.admin.post("v1/site?dryRun=true", document(first, second, port)));
      awaitBlockedBy(other);
      assertThat(
              third.rows(
                  "select p.id from port p join switch s on s.id = p.switch_id where s.label = '%s'"
                          .formatted(site.switchName)
                      + " for update of p nowait"))
          .isNotEmpty();
      other.change("rollback");
      apply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).is(200);
    }
  }

  private static String document(String first, String second, String port) {
    return """
        {"nodes": [
          {"name": "%s", "nics": [
            {"name": "eth0", "mac": "52:54:00:00:00:01", "switch": "%s", "port": "%s"}]},
          {"name": "%s", "metadata": {"rack": 7}}]}
        """
        .formatted(first, site.switchName, URLDecoder.decode(port, StandardCharsets.UTF_8), second);
  }

  private static void lock(Records records, String table, String label) throws SQLException {
    assertThat(
            records.rows("select id from %s where label = '%s' for update".formatted(table, label)))
        .hasSize(1);
  }

  static void awaitBlockedBy(Records other) {
    String pid = other.rows("select pg_backend_pid()").get(0).get(0);
    long from = System.nanoTime();
    while (other
        .rows(
            "select pid from pg_locks where not granted and %s = any(pg_blocking_pids(pid))"
                .formatted(pid))
        .isEmpty()) {
      assertThat(System.nanoTime() - from).as("nobody waits").isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
