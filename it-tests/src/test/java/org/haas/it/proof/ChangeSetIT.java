package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many NICs at several switches are changed together: all of them, or none. */
class ChangeSetIT {
  private static final int SWITCHES = 4;
  private static final int NODES = 3;
  private static final int ROUNDS = 12;
  private static final String EXACTLY = "EXACTLY";

  private static Site site;
  private static Farm farm;
  private static List<String> nodes;
  private static String red;
  private static String blue;

  @BeforeAll
  static void makeSite() {
    site = new Site();
    farm = new Farm(site, SWITCHES, NODES);
    nodes = farm.fleets().stream().flatMap(fleet -> fleet.nodes().stream()).toList();
    red = site.network();
    blue = site.network();
  }

  @AfterEach
  void clear() {
    farm.switches().forEach(name -> farm.admin.reset(new Label(name)));
    changed(nodes, EXACTLY);
    farm.assertInvariants();
  }

  @AfterAll
  static void takeAway() throws IOException {
    farm.close();
    site.close();
  }

  @Test
  void plan_ofManyNics_tellsTheLinesAndDoesNothing() {
    long before = lines();

    ChangeSet.Body body = ChangeSet.all(nodes, EXACTLY, red);
    JsonObject preview = ChangeSet.preview(site.admin, body).is(200).json();
    ChangeSet planned = ChangeSet.plan(site.member, body);

    assertThat(preview.containsKey("id")).isFalse();
    assertThat(preview.getJsonArray("nics")).hasSize(SWITCHES * NODES);
    JsonObject first = preview.getJsonArray("nics").getJsonObject(0);
    assertThat(first.getJsonArray("now")).isEmpty();
    assertThat(first.getJsonArray("then").getJsonObject(0).getString("network")).isEqualTo(red);
    assertThat(first.getJsonObject("port").getString("from")).isEqualTo("parked");
    assertThat(first.getJsonObject("port").getString("to")).startsWith("native ");
    assertThat(first.getJsonObject("port").getJsonArray("lines")).isNotEmpty();
    assertThat(planned.view().toString()).doesNotContain("lines", farm.switches().get(0), "gi1/");
    assertThat(planned.view().getString("state")).isEqualTo("PLANNED");
    assertThat(lines()).isEqualTo(before);
    assertThat(attached(red)).isEmpty();
    assertThat(planned.cancel().is(200).json().getString("state")).isEqualTo("CANCELLED");
    assertThat(planned.apply().is(409).body()).contains("CANCELLED");
  }

  @Test
  void apply_ofManyNics_changesAllOfThem() {
    changed(nodes, EXACTLY, red);
    assertThat(attached(red)).hasSize(nodes.size());

    changed(nodes, "ADD", blue + "@" + tagged(blue));
    assertThat(attached(blue)).hasSize(nodes.size());

    changed(nodes, "REMOVE", red);
    assertThat(attached(red)).isEmpty();
    assertThat(attached(blue)).hasSize(nodes.size());
    JsonObject again =
        ChangeSet.preview(site.member, ChangeSet.all(nodes, "REMOVE", red)).is(200).json();
    assertThat(again.getJsonArray("nics")).isEmpty();
  }

  @Test
  void apply_oneNetworkForAnother_onTheSameChannel_isOneChange() {
    changed(nodes, EXACTLY, red);
    changed(nodes, EXACTLY, blue);
    assertThat(attached(red)).isEmpty();
    assertThat(attached(blue)).hasSize(nodes.size());
  }

  @Test
  void apply_onePortRefused_changesNone() {
    changed(nodes, EXACTLY, red);
    Fleet sick = farm.fleets().get(1);
    farm.admin.refuse(label(sick), new PortName(Fleet.port(0)));

    ChangeSet set = applied(ChangeSet.all(nodes, EXACTLY, blue));
    assertThat(set.becomes("UNDOING", "STUCK")).isNotEmpty();
    assertThat(set.view().getString("error")).contains(sick.nodes().get(0));
    Site.until(
        () -> site.member.get("v1/change-sets/" + set.id()),
        answer -> answer.body().split("\"RESTORED\"", -1).length == nodes.size());
    assertThat(set.states()).containsEntry(sick.nodes().get(0), "UNCERTAIN");
    assertThat(attached(blue)).isEmpty();
    assertThat(busy(sick.nodes().get(0))).contains("pending operation");
    String part = nics(set, site.member).get(sick.nodes().get(0)).getString("operation");
    Site.until(
        () -> site.member.delete("v1/operations/" + part).is(409),
        answer -> answer.body().contains("part of a change-set"));

    farm.admin.reset(label(sick));
    set.becomes("UNDONE");
    assertThat(attached(red)).hasSize(nodes.size());
    assertThat(set.states().values()).containsOnly("RESTORED");
    String words = nics(set, site.admin).get(sick.nodes().get(0)).getString("error");
    assertThat(words).contains("does not take commands");
  }

  @Test
  void apply_aSwitchAway_undoesTheOthers_andThatOneWhenItIsBack() {
    Fleet away = farm.fleets().get(2);
    farm.admin.hang(label(away), true);

    ChangeSet set = applied(ChangeSet.all(nodes, EXACTLY, red));
    set.becomes("UNDOING", "STUCK");
    Site.until(
        () -> site.member.get("v1/change-sets/" + set.id()),
        answer -> answer.body().split("\"RESTORED\"", -1).length > (SWITCHES - 1) * NODES);
    assertThat(set.states()).containsEntry(away.nodes().get(0), "UNCERTAIN");

    farm.admin.reset(label(away));
    set.becomes("UNDONE");
    assertThat(attached(red)).isEmpty();
  }

  @Test
  void apply_whenSomethingChangedMeanwhile_isStale() {
    ChangeSet set = ChangeSet.plan(site.member, ChangeSet.all(nodes, EXACTLY, red));
    String id = farm.fleets().get(0).connect(nodes.get(0), blue).is(202).json().getString("id");
    site.awaitEnd(id);

    assertThat(set.apply().is(409).json().getString("type")).endsWith("plan-stale");
    assertThat(set.view().getString("state")).isEqualTo("PLANNED");
    assertThat(attached(red)).isEmpty();
  }

  @Test
  void cancel_whileItIsApplied_undoesIt() {
    Fleet slow = farm.fleets().get(3);
    farm.admin.hang(label(slow), true);
    ChangeSet set = applied(ChangeSet.all(nodes, EXACTLY, red));
    set.cancel();
    farm.admin.reset(label(slow));

    set.becomes("UNDONE");
    assertThat(attached(red)).isEmpty();
    set.cancel().is(409);
  }

  @Test
  void plan_thatCannotBe_isRefusedAsAWhole() {
    String node = nodes.get(0);
    String other = site.heldNode(site.otherProject);
    String foreign = site.freshName("foreign");
    site.outsider
        .post(
            "v1/networks",
            "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(foreign, site.otherProject))
        .is(201);
    refused(404, "no-such", new ChangeSet.Body().nic("no-such", EXACTLY, red));
    refused(404, other, new ChangeSet.Body().nic(node, EXACTLY, red).nic(other, EXACTLY, red));
    refused(409, foreign, new ChangeSet.Body().nic(node, EXACTLY, foreign));
    refused(409, "vlan/native", new ChangeSet.Body().nic(node, EXACTLY, red, blue));
    refused(400, "twice", new ChangeSet.Body().nic(node, EXACTLY, red).nic(node, "ADD", blue));
    refused(400, "channel", new ChangeSet.Body().nic(node, EXACTLY, red + "@" + tagged(blue)));
    assertThat(
            ChangeSet.ask(site.admin, new ChangeSet.Body().nic(node, EXACTLY).nic(other, EXACTLY))
                .is(400)
                .body())
        .contains("one project");
    site.outsider.delete("v1/networks/" + foreign).is(204);
  }

  @Test
  void rounds_atRandom_endAsTheOldOrAsTheNew() {
    long seed = System.nanoTime();
    System.out.println("ChangeSetIT: seed " + seed);
    Random random = new Random(seed);
    String there = "";
    for (int round = 0; round < ROUNDS; round++) {
      String wanted = Stream.of(red, blue, "").toList().get(random.nextInt(3));
      Fleet sick = farm.fleets().get(random.nextInt(SWITCHES));
      trouble(random, label(sick));
      ChangeSet set =
          ChangeSet.plan(
              site.member,
              wanted.isEmpty()
                  ? ChangeSet.all(nodes, EXACTLY)
                  : ChangeSet.all(nodes, EXACTLY, wanted));
      set.apply().is(202);
      String decided = set.becomes("COMMITTED", "UNDOING", "STUCK", "UNDONE");
      farm.admin.reset(label(sick));
      if (!decided.equals("COMMITTED")) {
        set.becomes("UNDONE");
      }
      there = decided.equals("COMMITTED") ? wanted : there;
      Invariants.awaitQuiet(farm.switches());
      assertThat(attached(red))
          .as("red, seed %d, round %d", seed, round)
          .hasSize(there.equals(red) ? nodes.size() : 0);
      assertThat(attached(blue))
          .as("blue, seed %d, round %d", seed, round)
          .hasSize(there.equals(blue) ? nodes.size() : 0);
      assertAllAlike();
    }
    farm.assertInvariants();
  }

  private static void trouble(Random random, Label name) {
    switch (random.nextInt(5)) {
      case 0 -> farm.admin.refuse(name, new PortName(Fleet.port(random.nextInt(NODES))));
      case 1 -> farm.admin.cutAfter(name, random.nextInt(400));
      case 2 -> farm.admin.hang(name, true);
      case 3 -> farm.admin.garbage(name, true);
      default -> {
        // all is well
      }
    }
  }

  /** Every port of every switch carries the same. */
  private static void assertAllAlike() {
    assertThat(
            farm.switches().stream()
                .flatMap(name -> farm.admin.running(new Label(name)).values().stream())
                .map(PortConfig::toString)
                .collect(Collectors.toSet()))
        .hasSize(1);
  }

  private static void refused(int status, String word, ChangeSet.Body body) {
    assertThat(ChangeSet.ask(site.member, body).is(status).body()).contains(word);
  }

  private static ChangeSet applied(ChangeSet.Body body) {
    ChangeSet set = ChangeSet.plan(site.member, body);
    set.apply().is(202);
    return set;
  }

  private static void changed(List<String> of, String mode, String... networks) {
    ChangeSet set = applied(ChangeSet.all(of, mode, networks));
    assertThat(set.becomes("COMMITTED", "UNDOING", "STUCK", "UNDONE")).isEqualTo("COMMITTED");
    Invariants.awaitQuiet(farm.switches());
  }

  private static Map<String, JsonObject> nics(ChangeSet set, org.haas.it.Api as) {
    return as
        .get("v1/change-sets/" + set.id())
        .is(200)
        .json()
        .getJsonArray("nics")
        .getValuesAs(JsonObject.class)
        .stream()
        .collect(Collectors.toMap(nic -> nic.getString("node"), nic -> nic));
  }

  private static String busy(String node) {
    return farm.fleets().get(1).connect(node, red).is(409).body();
  }

  private static List<JsonObject> attached(String network) {
    return site
        .admin
        .get("v1/networks/%s/attachments".formatted(network))
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(on -> on.getString("state").equals("ATTACHED"))
        .toList();
  }

  private static String tagged(String network) {
    return "vlan/" + site.admin.get("v1/networks/" + network).is(200).json().getInt("vlan");
  }

  private static long lines() {
    return farm.switches().stream().mapToLong(name -> farm.admin.lines(new Label(name))).sum();
  }

  private static Label label(Fleet fleet) {
    return new Label(fleet.switchName());
  }
}
