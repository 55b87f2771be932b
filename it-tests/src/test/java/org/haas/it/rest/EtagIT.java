package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Contract;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says what he has seen changes that, or nothing. */
class EtagIT {
  private static final String REVOKE = "DELETE v1/tokens/{token}";

  /** Its test is in TokensIT. */
  private static final String REVOKE_ANOTHERS = "DELETE v1/users/{username}/tokens/{token}";

  private static final int TRIES = 20;
  private static final int ROUNDS = 150;

  private static Site site;

  @BeforeAll
  static void begin() {
    site = new Site();
  }

  @AfterAll
  static void end() throws IOException {
    site.close();
  }

  static Stream<Edit> edits() {
    return Edit.all().stream();
  }

  /** The table has all that are described: none is forgotten here. */
  @Test
  void edits_inTheTable_areThoseOfTheDescription() {
    TreeSet<String> table = edits().map(Edit::name).collect(Collectors.toCollection(TreeSet::new));
    table.add(REVOKE);
    table.add(REVOKE_ANOTHERS);
    JsonObject paths = Contract.document().getJsonObject("paths");
    TreeSet<String> described = new TreeSet<>();
    paths.forEach(
        (path, item) ->
            item.asJsonObject()
                .forEach(
                    (verb, operation) -> {
                      if (operation.toString().contains("\"If-Match\"")) {
                        described.add(verb.toUpperCase(Locale.ROOT) + " " + path.substring(1));
                      }
                    }));
    assertThat(table).isEqualTo(described).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void change_ofWhatSomebodyChanged_isRefusedAndNothingIsDone(Edit edit) {
    try (EditDesk desk = new EditDesk(site, edit)) {
      String seen = desk.tag();
      desk.meanwhile();
      String now = desk.tag();
      assertThat(now).isNotEqualTo(seen);

      Answer refused = desk.change(seen).is(412);

      assertThat(refused.json().getString("type")).isEqualTo("/problems/precondition-failed");
      assertThat(refused.json().getString("detail"))
          .startsWith("The ")
          .contains("read it again")
          .endsWith(".");
      assertThat(desk.tag()).isEqualTo(now);
      isDoneByWhoReadsAgain(desk);
    }
  }

  private static void isDoneByWhoReadsAgain(EditDesk desk) {
    Answer answer = desk.change(desk.read());
    for (int i = 0; i < TRIES && answer.status() == 412; i++) {
      answer = desk.change(desk.read());
    }
    answer.isDone();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void change_byManyAtOnceWhoSawTheSame_isDoneOnce(Edit edit) {
    try (EditDesk desk = new EditDesk(site, edit)) {
      List<Answer> answers = desk.race(desk.tag(), 4);
      assertThat(answers.stream().filter(EtagIT::isDone)).as("%s", answers).hasSize(1);
      assertThat(answers.stream().filter(answer -> !isDone(answer)).map(Answer::status))
          .as("%s", answers)
          .allMatch(status -> status == 412 || status == 404);
    }
  }

  private static boolean isDone(Answer answer) {
    return answer.status() < 300;
  }

  /** Many rounds on one thing: of those who saw the same, one wins each time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT v1/nodes/{node}/metadata/{label}",
        "PUT v1/nodes/{node}/bmc",
        "PUT v1/projects/{project}/headnode-limits"
      })
  void change_roundAfterRound_isDoneOnceEach(String name) {
    Edit edit = edits().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    try (EditDesk desk = new EditDesk(site, edit)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Answer> answers = desk.race(desk.read(), 3);
        assertThat(answers.stream().filter(EtagIT::isDone)).as("%s", answers).hasSize(1);
      }
    }
  }

  /** What somebody writes who says nothing of tags is never undone by one who has not seen it. */
  @Test
  void change_whileAnotherWritesBlindly_neverUndoesThat() {
    String fact = "v1/nodes/%s/metadata/rack".formatted(site.describedNode());
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String tag = site.admin.get(fact).is(200).header("ETag").orElseThrow();
      CompletableFuture<Answer> seeing =
          CompletableFuture.supplyAsync(() -> put(fact, "\"seen\"", tag));
      String blind = "\"blind-%d\"".formatted(round);
      site.admin.put(fact, "{\"value\":%s}".formatted(blind)).is(200);
      Answer answer = seeing.join();
      assertThat(answer.status()).as("%s", answer).isIn(200, 412);
      refused += answer.status() == 412 ? 1 : 0;
      assertThat(site.admin.get(fact).is(200).json().get("value")).hasToString(blind);
    }
    System.out.printf("EtagIT: %d of %d came second%n", refused, ROUNDS);
  }

  private static Answer put(String fact, String value, String tag) {
    Optional<String> body = Optional.of("{\"value\":%s}".formatted(value));
    return site.admin.send("PUT", fact, body, "If-Match", tag);
  }

  @Test
  void revoke_ofATokenThatWasMadeAnew_isRefused() {
    String name = site.freshName("token");
    MadeToken.ask(site.member, name, "").is(201);
    String path = MadeToken.ALL + "/" + name;
    String seen = site.member.get(path).is(200).header("ETag").orElseThrow();
    site.member.delete(path).is(204);
    MadeToken.ask(site.member, name, "").is(201);

    Answer refused = site.member.send("DELETE", path, Optional.empty(), "If-Match", seen).is(412);

    assertThat(refused.json().getString("detail")).contains("The API token " + name);
    String now = site.member.get(path).is(200).header("ETag").orElseThrow();
    site.member.send("DELETE", path, Optional.empty(), "If-Match", now).is(204);
  }

  @Test
  void change_ofAnythingThatIsThere_isDoneAndOfNothingIsNot() {
    String node = "v1/nodes/" + site.bareNode();
    String fact = node + "/metadata/rack";
    put(fact, "1", "*").is(412);
    site.admin.get(fact).is(404);
    site.admin.put(fact, "{\"value\":1}").is(200);
    put(fact, "2", "*").is(200);
    String tag = site.admin.get(fact).is(200).header("ETag").orElseThrow();
    put(fact, "3", "W/" + tag).is(412);
    put(fact, "3", "\"other\", " + tag).is(200);
    assertThat(site.admin.get(fact).is(200).json().getInt("value")).isEqualTo(3);
  }

  /** Who may not is told that, as without a tag: 412 would tell him what there is. */
  @Test
  void change_byWhoMayNot_isRefusedAsEver() {
    String fact = "v1/nodes/%s/metadata/rack".formatted(site.describedNode());
    Optional<String> body = Optional.of("{\"value\":1}");
    site.member.send("PUT", fact, body, "If-Match", "\"x\"").is(403);
    String network = "v1/networks/" + site.network();
    site.outsider.send("DELETE", network, Optional.empty(), "If-Match", "\"x\"").is(404);
    site.admin.send("DELETE", network + "-none", Optional.empty(), "If-Match", "*").is(404);
  }

  @Test
  void tags_whereNobodyAsksForThem_areRefused() {
    String name = site.freshName("project");
    Optional<String> body = Optional.of("{\"name\":\"%s\"}".formatted(name));
    Answer refused = site.admin.send("POST", "v1/projects", body, "If-Match", "\"x\"").is(400);
    assertThat(refused.json().getString("field")).isEqualTo("If-Match");
    site.admin.get("v1/projects/" + name).is(404);
    String node = "v1/nodes/" + site.bareNode();
    String reservation = "{\"project\":\"%s\"}".formatted(site.project);
    site.admin
        .send("PUT", node + "/reservation", Optional.of(reservation), "If-Match", "*")
        .is(400);
    site.admin.send("DELETE", node, Optional.empty(), "If-None-Match", "*").is(400);
    site.admin.send("GET", node, Optional.empty(), "If-Match", "*").is(400);
    site.admin.get(node).is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"x", "*, \"x\"", "\"x\" \"y\""})
  void tags_thatAreNone_areRefused(String tags) {
    String node = "v1/nodes/" + site.bareNode();
    Answer change = site.admin.send("DELETE", node, Optional.empty(), "If-Match", tags).is(400);
    assertThat(change.json().getString("field")).isEqualTo("If-Match");
    Answer read = site.admin.send("GET", node, Optional.empty(), "If-None-Match", tags).is(400);
    assertThat(read.json().getString("field")).isEqualTo("If-None-Match");
  }

  @Test
  void get_ofWhatOneHas_isNotSentAgain() {
    String node = "v1/nodes/" + site.describedNode();
    Answer first = site.member.get(node).is(200);
    String tag = first.header("ETag").orElseThrow();
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      Answer again = site.member.send("GET", node, Optional.empty(), "If-None-Match", known);
      assertThat(again.is(304).body()).isEmpty();
      assertThat(again.header("ETag")).contains(tag);
      assertThat(again.header("Content-Type")).isEmpty();
      assertThat(again.header("Cache-Control")).contains("no-store");
    }
    site.admin.put(node + "/metadata/rack", "{\"value\":8}").is(200);
    Answer other = site.member.send("GET", node, Optional.empty(), "If-None-Match", tag).is(200);
    assertThat(other.header("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
  }

  /** As the description says it: whole things and whole lists have tags, parts and others none. */
  @Test
  void get_ofAllThereIs_hasATagIfTheDescriptionSaysSo() {
    SiteThings things = new SiteThings(site);
    JsonObject paths = Contract.document().getJsonObject("paths");
    for (Endpoint endpoint : EndpointRoleTable.rows()) {
      JsonObject item = paths.getJsonObject("/" + endpoint.template());
      if (!endpoint.verb().equals("GET") || item == null) {
        continue;
      }
      boolean tagged = item.getJsonObject("get").getJsonObject("responses").containsKey("304");
      Answer answer = site.admin.get(things.fill(endpoint.path()));
      boolean expected = tagged && answer.status() == 200;
      assertThat(answer.header("ETag").isPresent()).as("%s", endpoint.name()).isEqualTo(expected);
    }
  }
}
