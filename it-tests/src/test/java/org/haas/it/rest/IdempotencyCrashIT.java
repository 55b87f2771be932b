package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keys of requests that were cut off, or are slow: nothing is done twice. What a crash leaves is
 * written into the database behind the back of HaaS.
 */
class IdempotencyCrashIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NO_ANSWER =
      "status = null, content_type = null, location = null, etag = null, body = null";
  private static final String OLD = "claimed_at = claimed_at - interval '%d seconds'";

  private static Site site;
  private static Records records;

  @BeforeAll
  static void prepare() {
    site = new Site();
    records = Records.open();
  }

  @AfterAll
  static void takeAway() throws IOException {
    records.close();
    site.close();
  }

  @Test
  void post_crashBeforeTheChange_isDoneAfterAMinute() throws SQLException {
    String name = site.freshName("before");
    String key = key();
    create(key, name).is(201);
    site.member.delete("v1/networks/" + name).is(204);
    leave(key, "state = 'WORKING', " + NO_ANSWER);
    assertThat(type(create(key, name).is(409))).isEqualTo("/problems/key-in-use");
    leave(key, OLD.formatted(61));
    assertThat(type(create(key, site.freshName("other")).is(422)))
        .isEqualTo("/problems/key-reused");
    assertThat(create(key, name).is(201).header("Idempotency-Replayed")).isEmpty();
    assertThat(create(key, name).is(201).header("Idempotency-Replayed")).contains("true");
  }

  @Test
  void post_crashAfterTheChange_isNotDoneAgainAndSaysSo() throws SQLException {
    String name = site.freshName("after");
    String key = key();
    create(key, name).is(201);
    site.member.delete("v1/networks/" + name).is(204);
    leave(key, "state = 'DONE', " + NO_ANSWER);
    assertThat(type(create(key, name).is(409))).isEqualTo("/problems/key-in-use");
    leave(key, OLD.formatted(61));
    Answer lost = create(key, name).is(409);
    assertThat(type(lost)).isEqualTo("/problems/answer-lost");
    assertThat(lost.header("Retry-After")).isEmpty();
    site.member.get("v1/networks/" + name).is(404);
  }

  @Test
  void post_keyOfYesterday_countsForNothing() throws SQLException {
    String key = key();
    create(key, site.freshName("yesterday")).is(201);
    leave(key, OLD.formatted(Duration.ofHours(24).toSeconds() + 1));
    String today = site.freshName("today");
    assertThat(create(key, today).is(201).header("Idempotency-Replayed")).isEmpty();
    assertThat(create(key, today).is(201).header("Idempotency-Replayed")).contains("true");
  }

  @Test
  void post_failureOfOurs_freesTheKey() throws SQLException {
    String name = site.freshName("failing");
    String key = key();
    records.change(
        "create function idempotency_it() returns trigger language plpgsql as"
            + " $$ begin raise exception 'no'; end $$");
    records.change(
        "create trigger idempotency_it before insert on network for each row when (new.label = '%s')"
                .formatted(name)
            + " execute function idempotency_it()");
    try {
      create(key, name).is(500);
      assertThat(records.rows("select 1 from idempotency_key where key = '%s'".formatted(key)))
          .isEmpty();
    } finally {
      records.change("drop trigger idempotency_it on network");
      records.change("drop function idempotency_it()");
    }
    assertThat(create(key, name).is(201).header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void post_firstIsStillWorkedOn_isToldToAskAgain() throws Exception {
    String name = site.freshName("slow");
    String key = key();
    try (Records other = locking()) {
      CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> create(key, name));
      awaitWaiting(other, 1);
      Answer busy = create(key, name).is(409);
      assertThat(type(busy)).isEqualTo("/problems/key-in-use");
      assertThat(busy.header("Retry-After")).contains("1");
      other.change("rollback");
      first.join().is(201);
    }
    assertThat(create(key, name).is(201).header("Idempotency-Replayed")).contains("true");
  }

  /** Both set about it; the database lets the later one commit only. */
  @Test
  void post_overtakenAfterAMinute_isDoneOnce() throws Exception {
    String node = site.heldNode();
    String body =
        "{\"nics\":[{\"node\":\"%s\",\"nic\":\"eth0\",\"networks\":[{\"network\":\"%s\"}]}]}"
            .formatted(node, site.network());
    String key = key();
    List<Answer> answers;
    try (Records other = Records.open()) {
      other.change("begin");
      other.change("lock table change_set in share mode");
      CompletableFuture<Answer> first =
          CompletableFuture.supplyAsync(() -> post(key, "v1/change-sets", body));
      awaitWaiting(other, 1);
      leave(key, OLD.formatted(61));
      CompletableFuture<Answer> second =
          CompletableFuture.supplyAsync(() -> post(key, "v1/change-sets", body));
      awaitWaiting(other, 2);
      other.change("rollback");
      answers = Stream.of(first, second).map(CompletableFuture::join).toList();
    }
    assertThat(type(answers.get(0).is(409))).isEqualTo("/problems/key-in-use");
    assertThat(answers.get(0).header("Retry-After")).contains("1");
    String id = answers.get(1).is(201).json().getString("id");
    assertThat(
            records.rows(
                "select s.uuid from change_set s join change_set_port p on p.change_set_id = s.id"
                    + " where p.node = '%s'".formatted(node)))
        .containsExactly(List.of(id));
    assertThat(post(key, "v1/change-sets", body).is(201).json().getString("id")).isEqualTo(id);
  }

  private static Records locking() throws SQLException {
    Records other = Records.open();
    other.change("begin");
    other.change("lock table network in share mode");
    return other;
  }

  /** They wait for one another, too. */
  private static void awaitWaiting(Records other, int many) {
    long from = System.nanoTime();
    while (other.rows("select distinct pid from pg_locks where not granted").size() < many) {
      assertThat(System.nanoTime() - from).as("nobody waits").isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void leave(String key, String change) throws SQLException {
    String sql = "update idempotency_key set %s where key = '%s'".formatted(change, key);
    assertThat(records.change(sql)).isEqualTo(1);
  }

  private static String type(Answer refused) {
    return refused.json().getString("type");
  }

  private static Answer create(String key, String name) {
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, site.project);
    return post(key, "v1/networks", body);
  }

  private static Answer post(String key, String path, String body) {
    return site.member.send("POST", path, Optional.of(body), "Idempotency-Key", key);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
