package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API tokens: how they are made, what they open, and when they do no more. */
class TokensIT {
  private static final String ME = "v1/me";

  private static Site site;
  private static Records records;

  @BeforeAll
  static void begin() {
    site = new Site();
    records = Records.open();
  }

  @AfterAll
  static void end() throws IOException {
    records.close();
    site.close();
  }

  @Test
  void create_anyToken_worksAsItsOwnerAndIsShownOnce() {
    Instant before = Instant.now();
    MadeToken token = MadeToken.of(site, site.member, "");

    JsonObject me = token.api().get(ME).is(200).json();

    assertThat(me).isEqualTo(site.member.get(ME).is(200).json());
    reserve(token.api(), site.bareNode(), site.project, 200);
    JsonObject shown = MadeToken.shown(site.member, token.name());
    assertThat(shown.keySet())
        .containsExactlyInAnyOrder("name", "id", "readOnly", "admin", "created", "expires", "used");
    assertThat(shown.getString("id")).isEqualTo(token.id());
    assertThat(Instant.parse(shown.getString("used"))).isAfter(before.minusSeconds(60));
    assertThat(Instant.parse(shown.getString("expires")))
        .isEqualTo(Instant.parse(shown.getString("created")).plus(Duration.ofDays(90)));
    assertThat(shown.toString()).doesNotContain(token.secret());
  }

  @Test
  void create_anyToken_isKeptAsItsDigestOnly() throws NoSuchAlgorithmException {
    MadeToken token = MadeToken.of(site, site.member, "");
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(token.secret().getBytes(StandardCharsets.US_ASCII));
    String row = "select t.digest, t::text from api_token t where id = '%s'".formatted(token.id());
    List<String> kept = records.rows(row).get(0);
    assertThat(kept.get(0)).isEqualTo("\\x" + HexFormat.of().formatHex(digest));
    assertThat(kept.get(1)).doesNotContain(token.secret());
    String audit = site.admin.get("v1/audit?target=" + token.name()).is(200).body();
    assertThat(audit).contains("token.create", token.id()).doesNotContain(token.secret());
  }

  @Test
  void create_underAnIdempotencyKey_isDoneOnceAndItsAnswerIsSealed() {
    String name = site.freshName("token");
    Answer first = createOnce(name);
    Answer again = createOnce(name);
    assertThat(again.body()).isEqualTo(first.body());
    String secret = first.json().getString("token");
    Api.authorized("Bearer " + secret).get(ME).is(200);
    String kept = "select encode(body, 'escape') from idempotency_key where key = '%s'";
    assertThat(records.rows(kept.formatted(name)).get(0).get(0))
        .isNotEmpty()
        .doesNotContain("haas_");
  }

  private static Answer createOnce(String name) {
    Optional<String> body = Optional.of("{\"name\":\"%s\"}".formatted(name));
    return site.member.send("POST", MadeToken.ALL, body, "Idempotency-Key", name).is(201);
  }

  @Test
  void create_whatCannotBe_isRefusedWithASentence() {
    String name = MadeToken.of(site, site.member, "").name();
    assertThat(MadeToken.ask(site.member, name, "").is(409).json().getString("detail"))
        .contains(name);
    MadeToken.ask(site.manager, name, "").is(201);
    MadeToken.ask(site.member, site.freshName("t"), "\"admin\":true").is(403);
    MadeToken.ask(site.member, site.freshName("t"), "\"days\":367").is(400);
    MadeToken.ask(site.member, site.freshName("t"), MadeToken.in(site.freshName("no"))).is(404);
    MadeToken.ask(site.member, site.freshName("t"), MadeToken.in(site.otherProject)).is(404);
    MadeToken.ask(site.admin, site.freshName("t"), MadeToken.in(site.project)).is(403);
  }

  @Test
  void create_moreThanAHundredAtOnce_isBlocked() {
    String user = site.freshUser("collector");
    Api collector = site.login(user);
    List<Integer> answers =
        IntStream.range(0, 110)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> MadeToken.ask(collector, "t" + i, "")))
            .toList()
            .stream()
            .map(asked -> asked.join().status())
            .toList();
    assertThat(answers).containsOnly(201, 409);
    assertThat(MadeToken.list(collector)).hasSize(100);
    String made = MadeToken.list(collector).get(0).getString("name");
    assertThat(MadeToken.ask(collector, "one-more", "").is(409).body())
        .contains("revoke one first");
    collector.delete(MadeToken.ALL + "/" + made).is(204);
    MadeToken.ask(collector, "one-more", "").is(201);
  }

  @Test
  void token_thatIsNone_isRefusedWithASentence() {
    MadeToken token = MadeToken.of(site, site.member, "\"days\":1");
    String other = token.secret().substring(0, 47) + (token.secret().endsWith("x") ? "y" : "x");
    MadeToken.isRefused(Api.authorized("Bearer " + other).get(ME), "no such API token");

    site.member.delete(token.path()).is(204);

    MadeToken.isRefused(token.api().get(ME), "no such API token");
    MadeToken.isRefused(token.api().get("v1/nowhere"), "no such API token");
    token.api().get("v0/projects").is(401);
    site.member.delete(token.path()).is(404);
  }

  @Test
  void token_thatHasExpired_isRefusedAndStillListed() throws SQLException {
    MadeToken token = MadeToken.of(site, site.member, "");
    token.api().get(ME).is(200);
    expire(token);
    MadeToken.isRefused(token.api().get(ME), "API token %s has expired".formatted(token.name()));
    assertThat(Instant.parse(MadeToken.shown(site.member, token.name()).getString("expires")))
        .isBefore(Instant.now());
  }

  private static void expire(MadeToken token) throws SQLException {
    records.change(
        "update api_token set created_at = now() - interval '2 days',"
            + " expires_at = now() - interval '1 second' where id = '%s'".formatted(token.id()));
  }

  @Test
  void token_ofAnother_isNeitherListedNorRevoked() {
    MadeToken token = MadeToken.of(site, site.member, "");
    for (Api other : List.of(site.manager, site.outsider, site.admin)) {
      assertThat(other.get(MadeToken.ALL).is(200).body()).doesNotContain(token.name(), token.id());
      other.get(token.path()).is(404);
      other.delete(token.path()).is(404);
    }
    token.api().get(ME).is(200);
  }

  @Test
  void token_asksForTokens_isRefusedWithASentence() {
    MadeToken token = MadeToken.of(site, site.member, "");
    for (Answer answer :
        List.of(
            MadeToken.ask(token.api(), "another", ""),
            token.api().get(MadeToken.ALL),
            token.api().get(token.path()),
            token.api().delete(token.path()))) {
      assertThat(answer.is(403).json().getString("detail")).contains("log in as a person");
    }
    assertThat(MadeToken.list(site.member))
        .noneMatch(shown -> shown.getString("name").equals("another"));
  }

  @Test
  void audit_ofATokensChange_namesTheToken() {
    MadeToken token = MadeToken.of(site, site.member, "");
    String node = site.bareNode();
    reserve(token.api(), node, site.project, 200);
    JsonObject event =
        site.admin
            .get("v1/audit?action=node.reserve&target=" + node)
            .is(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(event.getString("subject")).isEqualTo("haas:token " + token.id());
    assertThat(event.getString("actor")).startsWith("member-");
    site.member.delete("v1/nodes/%s/reservation".formatted(node)).isDone();
  }

  @Test
  void administrator_seesAndRevokesSomebodysToken_atOnceAndAsAPersonOnly() {
    MadeToken token = MadeToken.of(site, site.member, "");
    String owner = token.api().get(ME).is(200).json().getString("username");
    String path = "v1/users/%s/tokens".formatted(owner);
    Answer listed = site.admin.get(path).is(200);
    assertThat(listed.body()).contains(token.id()).doesNotContain("haas_");
    MadeToken ofAdmin = MadeToken.of(site, site.admin, "\"admin\":true");
    ofAdmin.api().get(path).is(403);
    String name = token.name();
    ofAdmin.api().delete(path + "/" + name).is(403);
    site.outsider.delete(path + "/" + name).is(403);
    token.api().get(ME).is(200);
    site.admin.send("DELETE", path + "/" + name, Optional.empty(), "If-Match", "\"old\"").is(412);
    token.api().get(ME).is(200);
    site.admin.delete(path + "/" + name).is(204);
    token.api().get(ME).is(401);
    site.admin.delete(path + "/" + name).is(404);
    assertThat(site.admin.get("v1/audit?action=token.revoke&target=" + name).body())
        .contains(owner);
  }

  private static void reserve(Api caller, String node, String project, int status) {
    String path = "v1/nodes/%s/reservation".formatted(node);
    caller.put(path, "{\"project\":\"%s\"}".formatted(project)).is(status);
  }

  @TestFactory
  Stream<DynamicTest> bearer_hostile_isRefusedAndNeverAFailure() {
    String good = "a".repeat(43);
    return Stream.of(
            "haas_",
            "haas_" + "a".repeat(42),
            "haas_" + good + "a",
            "haas_" + "a".repeat(5000),
            "haas_" + good + " ",
            "haas_" + good.substring(1) + "\t",
            "haas_' or 1=1 --",
            "haas_" + good.substring(1) + "%00",
            "haas_" + good.substring(1) + "=",
            "HAAS_" + good,
            "haas_" + good)
        .map(
            bearer ->
                DynamicTest.dynamicTest(
                    bearer.length() + " " + bearer.substring(0, Math.min(60, bearer.length())),
                    () -> {
                      for (String path : List.of(ME, "v0/projects", "v1/nowhere")) {
                        int status = RawHttp.get("/api/" + path, bearer).status();
                        assertThat(status).as(path).isEqualTo(401);
                      }
                    }));
  }

  /** What no header may have in it the server may refuse before anybody looks at the token. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "é", "ÿþ", "\ud83d\ude00", "\u2028", "\u202e"})
  void bearer_ofOtherCharacters_isRefused(String odd) {
    String bearer = "haas_" + "a".repeat(20) + odd + "a".repeat(23 - odd.length());
    assertThat(RawHttp.get("/api/" + ME, bearer).status()).isIn(400, 401);
  }
}
