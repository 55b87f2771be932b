package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nodes that are wanted together are all reserved, or none is; and so when they are given back. */
class ManyNodesAtOnceIT {
  private static final String RESERVE = "v1/reservations";
  private static final String RELEASE = "v1/releases";

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
  void reserve_anyWithAFact_takesAsManyOfThoseAndNoOther() {
    String rack = site.freshName("rack");
    List<String> nodes = nodes(6, rack);
    String other = nodes(1, site.freshName("rack")).get(0);
    List<String> taken = names(site.member.post(RESERVE, any(4, rack)).is(200));

    assertThat(taken).hasSize(4).isSubsetOf(nodes).isSorted();
    assertThat(held()).containsAll(taken);
    assertThat(site.member.get("v1/nodes/" + other).json().getString("state")).isEqualTo("FREE");
    assertThat(audited(taken)).containsExactlyElementsOf(taken);
    giveBack(taken);
  }

  @Test
  void reserve_factOfAnotherKind_isNotThatFact() {
    String node = site.bareNode();
    String label = site.freshName("size");
    site.admin.put("v1/nodes/%s/metadata/%s".formatted(node, label), "{\"value\":8}").is(200);
    String body = "{\"project\":\"%s\",\"count\":1,\"metadata\":{\"%s\":%s}}";

    site.member.post(RESERVE, body.formatted(site.project, label, "\"8\"")).is(409);
    site.member.post(RESERVE, body.formatted(site.project, label, "8")).is(200);
    giveBack(List.of(node));
  }

  @Test
  void reserve_moreThanAreFree_takesNoneAndSaysHowManyThereAre() {
    String rack = site.freshName("rack");
    List<String> nodes = nodes(3, rack);
    Answer refused = site.member.post(RESERVE, any(4, rack)).is(409);

    assertThat(refused.json().getString("type")).isEqualTo("/problems/blocked");
    assertThat(refused.json().getString("detail"))
        .startsWith("4 nodes are asked for, and 3 are free, of which all of these facts");
    assertThat(held()).doesNotContainAnyElementsOf(nodes);
  }

  @Test
  void reserve_oneOfTheNamedIsNotFree_takesNoneAndNamesIt() {
    List<String> nodes = List.of(site.bareNode(), site.bareNode());
    String busy = site.reservedNode();
    List<String> all = List.of(nodes.get(0), busy, nodes.get(1));
    Answer refused = site.member.post(RESERVE, named(all)).is(409);

    assertThat(refused.json().getString("detail")).contains(busy).contains("is not free");
    assertThat(held()).doesNotContainAnyElementsOf(nodes);
    site.member.post(RESERVE, named(List.of(nodes.get(0), "no-such-node"))).is(404);
    assertThat(names(site.member.post(RESERVE, named(nodes)).is(200)))
        .containsExactlyInAnyOrderElementsOf(nodes);
    giveBack(nodes);
  }

  @Test
  void reserve_neitherNamesNorACountOrBoth_isRefusedAtTheField() {
    String project = "{\"project\":\"%s\"%s}";
    for (String rest :
        List.of(
            "",
            ",\"count\":0",
            ",\"count\":101",
            ",\"nodes\":[]",
            ",\"nodes\":[\"a\",\"a\"]",
            ",\"nodes\":[\"a\"],\"count\":1",
            ",\"nodes\":[\"a\"],\"metadata\":{\"rack\":1}")) {
      Answer refused = site.member.post(RESERVE, project.formatted(site.project, rest)).is(400);
      assertThat(refused.json().getString("field")).isIn("count", "nodes");
    }
  }

  @Test
  void reserve_manyClientsAtOnce_nobodyIsRefusedWhileEnoughAreFree() throws Exception {
    String rack = site.freshName("rack");
    List<String> nodes = nodes(20, rack);
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<String> won = new ArrayList<>();
    int lost = 0;
    try {
      List<Future<Answer>> answers =
          IntStream.range(0, 8)
              .mapToObj(client -> clients.submit(() -> site.member.post(RESERVE, any(4, rack))))
              .toList();
      for (Future<Answer> each : answers) {
        Answer answer = each.get();
        if (answer.status() == 200) {
          won.addAll(names(answer));
        } else {
          answer.is(409);
          lost++;
        }
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(won).containsExactlyInAnyOrderElementsOf(nodes);
    assertThat(lost).isEqualTo(3);
    giveBack(won);
  }

  /** Whoever has the row may give it back, or go away: that is waited for. */
  @Test
  void reserve_oneOfTheLastIsLocked_waitsRatherThanToRefuse() throws Exception {
    String rack = site.freshName("rack");
    List<String> nodes = nodes(4, rack);
    try (Records other = Records.open()) {
      other.change("begin");
      other.rows("select id from node where label = '%s' for update".formatted(nodes.get(2)));
      CompletableFuture<Answer> reserve =
          CompletableFuture.supplyAsync(() -> site.member.post(RESERVE, any(4, rack)));
      DeadlockIT.awaitBlockedBy(other);
      other.change("rollback");
      assertThat(names(reserve.get(20, TimeUnit.SECONDS).is(200)))
          .containsExactlyInAnyOrderElementsOf(nodes);
    }
    giveBack(nodes);
  }

  @Test
  void release_oneHasToStay_allStay() {
    String connected = site.heldNode();
    site.connect(connected, site.network());
    List<String> nodes = List.of(site.reservedNode(), connected, site.reservedNode());
    Answer refused = site.member.post(RELEASE, named(nodes)).is(409);

    assertThat(refused.json().getString("detail")).contains(connected);
    assertThat(held()).containsAll(nodes);
  }

  @Test
  void release_anotherProjectsNode_isNotThereAndAllStay() {
    String mine = site.reservedNode();
    String free = site.bareNode();

    site.member.post(RELEASE, named(List.of(mine, "no-such-node"))).is(404);
    site.member.post(RELEASE, named(List.of(mine, free))).is(403);
    site.outsider.post(RELEASE, named(List.of(mine))).is(404);
    assertThat(held()).contains(mine);
  }

  @Test
  void release_all_areFreeAndAuditedOneByOne() {
    List<String> nodes = List.of(site.reservedNode(), site.reservedNode());
    Answer left = site.member.post(RELEASE, named(nodes)).is(200);

    assertThat(left.json().getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(node -> node.getString("state"))
        .containsOnly("FREE");
    assertThat(held()).doesNotContainAnyElementsOf(nodes);
    nodes.forEach(
        node ->
            assertThat(site.admin.get("v1/audit?action=node.release&target=" + node).is(200).body())
                .contains(site.project));
  }

  private static List<String> nodes(int count, String rack) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              String node = site.bareNode();
              site.admin
                  .put(
                      "v1/nodes/%s/metadata/rack".formatted(node),
                      "{\"value\":{\"name\":\"%s\"}}".formatted(rack))
                  .is(200);
              return node;
            })
        .toList();
  }

  private static String any(int count, String rack) {
    return "{\"project\":\"%s\",\"count\":%d,\"metadata\":{\"rack\":{\"name\":\"%s\"}}}"
        .formatted(site.project, count, rack);
  }

  private static String named(List<String> nodes) {
    return "{\"project\":\"%s\",\"nodes\":[\"%s\"]}"
        .formatted(site.project, String.join("\",\"", nodes));
  }

  private static void giveBack(List<String> nodes) {
    site.member.post(RELEASE, named(nodes)).is(200);
  }

  private static List<String> names(Answer nodes) {
    return nodes.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(node -> node.getString("name"))
        .toList();
  }

  private static List<String> held() {
    return names(site.member.get("v1/nodes?limit=1000&project=" + site.project).is(200));
  }

  private static List<String> audited(List<String> nodes) {
    return site
        .admin
        .get("v1/audit?limit=1000&action=node.reserve&project=" + site.project)
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(event -> event.getString("target"))
        .filter(nodes::contains)
        .sorted()
        .collect(Collectors.toList());
  }
}
