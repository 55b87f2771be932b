package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked twice under one key is done once. {@link IdempotencyCrashIT}: also after a crash.
 */
class IdempotencyIT {
  private static final int AT_ONCE = 8;

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
  void post_sameKeyAgain_isAnsweredAsTheFirstAndNothingIsDone() {
    String name = site.freshName("once");
    String key = key();
    Answer first = create(site.member, key, name).is(201);
    Answer again = create(site.member, key, name).is(201);
    assertThat(again.body()).isEqualTo(first.body());
    for (String header : List.of("Location", "Content-Type", "Cache-Control")) {
      assertThat(again.header(header)).as(header).isEqualTo(first.header(header)).isPresent();
    }
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(created(name)).isEqualTo(1);
  }

  @Test
  void post_sameKeyForAnOperation_beginsOne() {
    Site.Machine machine = site.heldMachine();
    String path = "v1/nodes/%s/power".formatted(machine.node());
    String key = key();
    Answer first = post(site.member, key, path, "{\"action\":\"on\"}").is(202);
    site.awaitEnd(first.json().getString("id"));
    Answer again = post(site.member, key, path, "{\"action\":\"on\"}").is(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(site.admin.get("v1/operations?node=" + machine.node()).json().getInt("total"))
        .isEqualTo(1);
    post(site.member, key(), path, "{\"action\":\"off\"}").is(202);
  }

  @Test
  void post_sameKeyOtherBody_isRefused() {
    String name = site.freshName("body");
    String other = site.freshName("body");
    String key = key();
    create(site.member, key, name).is(201);
    Answer refused = create(site.member, key, other).is(422);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/key-reused");
    assertThat(created(other)).isZero();
    assertThat(create(site.member, key, name).is(201).header("Idempotency-Replayed")).isPresent();
  }

  @Test
  void post_sameKeyOtherPathOrQuery_isRefused() {
    String name = site.freshName("path");
    String key = key();
    String body = network(name);
    post(site.admin, key, "v1/networks", body).is(201);
    post(site.admin, key, "v1/projects", body).is(422);
    String dry = key();
    post(site.admin, dry, "v1/site?dryRun=true", "{}").is(200);
    post(site.admin, dry, "v1/site?dryRun=false", "{}").is(422);
  }

  @Test
  void post_refused_isRefusedAgainUnderThatKeyOnly() {
    String name = site.freshName("taken");
    create(site.member, key(), name).is(201);
    String key = key();
    Answer first = create(site.member, key, name).is(409);
    site.member.delete("v1/networks/" + name).is(204);
    Answer again = create(site.member, key, name).is(409);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Content-Type")).contains("application/problem+json");
    assertThat(again.header("Retry-After")).isEmpty();
    create(site.member, key(), name).is(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", ""})
  void post_badKey_isRefused(String key) {
    assertBadKey(key);
  }

  @Test
  void post_keyTooLong_isRefused() {
    create(site.member, UUID.randomUUID() + "x".repeat(28), site.freshName("long")).is(201);
    assertBadKey("x".repeat(65));
  }

  private static void assertBadKey(String key) {
    String name = site.freshName("bad");
    Answer refused = create(site.member, key, name).is(400);
    assertThat(refused.json().getString("field")).isEqualTo("Idempotency-Key");
    assertThat(created(name)).isZero();
  }

  @Test
  void post_keyWithoutLogin_isNotAuthenticated() {
    String key = key();
    create(Api.anonymous(), key, site.freshName("nobody")).is(401);
    create(Api.authorized("Bearer x"), key, site.freshName("nobody")).is(401);
    assertThat(kept(key)).isEmpty();
  }

  @Test
  void post_otherCallersSameKey_isIndependent() {
    String key = key();
    String his = site.freshName("his");
    String hers = site.freshName("hers");
    create(site.member, key, his).is(201);
    assertThat(create(site.manager, key, hers).is(201).header("Idempotency-Replayed")).isEmpty();
    assertThat(create(site.member, key, his).is(201).json().getString("name")).isEqualTo(his);
    assertThat(create(site.manager, key, hers).is(201).json().getString("name")).isEqualTo(hers);
    create(site.outsider, key, his).is(404);
    assertThat(kept(key)).hasSize(3);
  }

  @Test
  void post_sameKeyInParallel_isDoneOnce() {
    String name = site.freshName("parallel");
    String key = key();
    List<CompletableFuture<Answer>> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> create(site.member, key, name)))
            .limit(AT_ONCE)
            .toList();
    List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();
    for (Answer answer : answers) {
      if (answer.status() == 409) {
        assertThat(answer.json().getString("type")).isEqualTo("/problems/key-in-use");
        assertThat(answer.header("Retry-After")).contains("1");
      } else {
        answer.is(201);
      }
    }
    assertThat(answers.stream().filter(IdempotencyIT::isFirst)).hasSize(1);
    assertThat(created(name)).isEqualTo(1);
    assertThat(isFirst(create(site.member, key, name).is(201))).isFalse();
  }

  private static boolean isFirst(Answer answer) {
    return answer.status() == 201 && answer.header("Idempotency-Replayed").isEmpty();
  }

  @Test
  void post_tooLargeOrUnknown_takesNoKey() {
    String key = key();
    post(site.member, key, "v1/networks", " ".repeat((1 << 20) + 1)).is(413);
    post(site.member, key, "v1/networks?x=1", "{}").is(400);
    post(site.member, key, "v1/nothing", "{}").is(404);
    assertThat(kept(key)).isEmpty();
  }

  @Test
  void put_withAKey_isWithoutEffect() {
    String key = key();
    String path = "v1/nodes/%s/reservation".formatted(site.reservedNode());
    String body = "{\"project\":\"%s\"}".formatted(site.project);
    site.member.send("PUT", path, Optional.of(body), "Idempotency-Key", key).is(409);
    assertThat(kept(key)).isEmpty();
  }

  @Test
  void v0_withAKey_isAsWithout() {
    Api hil = Api.authorized(HttpBasic.of("admin"));
    String key = key();
    String path = "v0/project/%s/connect_node".formatted(site.project);
    String body = "{\"node\":\"%s\"}";
    post(hil, key, path, body.formatted(site.bareNode())).is(200);
    String second = site.bareNode();
    post(hil, key, path, body.formatted(second)).is(200);
    Answer again = post(hil, key, path, body.formatted(second));
    assertThat(again.status()).isNotEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEmpty();
    post(hil, "not a key", path, body.formatted(site.bareNode())).is(200);
    assertThat(kept(key)).isEmpty();
  }

  @Test
  void post_answerWithASecret_isKeptSealed() {
    String headnode = site.headnode();
    String power = "v1/headnodes/%s/power".formatted(headnode);
    site.awaitEnd(site.member.post(power, "{\"action\":\"start\"}").is(202).json().getString("id"));
    String key = key();
    String path = "v1/headnodes/%s/screen-tickets".formatted(headnode);
    Answer first = site.member.send("POST", path, Optional.empty(), "Idempotency-Key", key).is(201);
    Answer again = site.member.send("POST", path, Optional.empty(), "Idempotency-Key", key).is(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(kept(key)).hasSize(1);
    assertThat(kept(key).get(0).toString())
        .doesNotContain(first.json().getString("ticket"))
        .doesNotContain("ticket\"");
  }

  @Test
  void description_eachPost_tellsOfTheKey() {
    String yaml = Api.anonymous().get("v1/openapi.yaml").is(200).body();
    int posts = yaml.split("\n    post:").length - 1;
    assertThat(posts).isPositive();
    assertThat(yaml.split("name: Idempotency-Key").length - 1).isEqualTo(posts);
  }

  private static long created(String network) {
    return site.admin
        .get("v1/audit?action=network.create&target=" + network)
        .is(200)
        .json()
        .getJsonArray("items")
        .size();
  }

  /** What the database has of the key, as text. */
  private static List<List<String>> kept(String key) {
    return records.rows(
        "select k.*, encode(body, 'escape'), encode(request, 'escape') from idempotency_key k"
            + " where key = '%s'".formatted(key));
  }

  private static Answer create(Api caller, String key, String name) {
    return post(caller, key, "v1/networks", network(name));
  }

  private static String network(String name) {
    return "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, site.project);
  }

  private static Answer post(Api caller, String key, String path, String body) {
    return caller.send("POST", path, Optional.of(body), "Idempotency-Key", key);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
