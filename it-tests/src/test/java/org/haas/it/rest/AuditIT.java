package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who did what, when, from where, and how it ended. */
class AuditIT {
  private static Site site;

  @BeforeAll
  static void begin() {
    site = new Site();
  }

  @AfterAll
  static void end() throws IOException {
    site.close();
  }

  @Test
  void event_ofAConnect_tellsWhoWhatWhenWhereAndTheEnd() {
    String node = site.heldNode();
    String network = site.network();
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    String operation = site.member.put(path, "{}").is(202).json().getString("id");
    site.awaitEnd(operation);

    JsonObject event = events("target=%s&action=nic.connect".formatted(node)).get(0);

    assertThat(event.getString("actor")).startsWith("member-");
    assertThat(event.getString("subject")).contains("/realms/haas ");
    assertThat(event.getString("address")).isEqualTo("127.0.0.1");
    assertThat(event.getString("project")).isEqualTo(site.project);
    assertThat(event.getString("operation")).isEqualTo(operation);
    assertThat(event.getString("outcome")).isEqualTo("DONE");
    assertThat(Instant.parse(event.getString("at")))
        .isBetween(before, before.plus(Duration.ofMinutes(10)));
    site.awaitEnd(site.member.delete(path).is(202).json().getString("id"));
  }

  @Test
  void event_ofAChangeThatHardwareWaitsWith_followsItsOperation() {
    String name = site.freshName("dead");
    site.admin.post("v1/switches", dead(name)).is(201);
    site.admin.post("v1/switches/%s/ports".formatted(name), "{\"name\":\"gi1/0/1\"}").is(201);
    String node = site.nodeWithNic();
    String nic = "v1/switches/%s/ports/gi1%%2F0%%2F1/nic".formatted(name);
    site.admin.put(nic, "{\"node\":\"%s\",\"nic\":\"eth0\"}".formatted(node)).is(200);
    String revert = "v1/switches/%s/ports/gi1%%2F0%%2F1/revert".formatted(name);
    String operation = site.admin.post(revert, "{}").is(202).json().getString("id");
    String query = "target=%s&action=port.revert".formatted(name);
    assertThat(events(query).get(0).getString("outcome")).isIn("PENDING", "RUNNING");

    cancel(operation);

    assertThat(events(query).get(0).getString("outcome")).isEqualTo("CANCELLED");
    site.admin.delete(nic).is(204);
    takeAwayPort(name);
    site.admin.delete("v1/switches/" + name).is(204);
  }

  /** A try at a switch that nobody answers for is over at once; between two it is pending. */
  private static void cancel(String operation) {
    Site.until(
        () -> site.admin.delete("v1/operations/" + operation), answer -> answer.status() == 200);
  }

  private static void takeAwayPort(String name) {
    Site.until(
        () -> site.admin.delete("v1/switches/%s/ports/gi1%%2F0%%2F1".formatted(name)),
        answer -> answer.status() == 204);
  }

  private static String dead(String name) {
    return """
        {"name": "%s", "type": "sim", "host": "127.0.0.1", "port": 1, "settings": {"switch": "x"}}"""
        .formatted(name);
  }

  @Test
  void address_claimedByTheClient_isNotBelieved() {
    String node = site.freshName("node");
    site.admin
        .send(
            "POST",
            "v1/nodes",
            Optional.of("{\"name\":\"%s\"}".formatted(node)),
            "X-Forwarded-For",
            "198.51.100.7")
        .is(201);
    JsonObject event = events("action=node.register&target=" + node).get(0);
    assertThat(event.getString("address")).isEqualTo("127.0.0.1");
    site.admin.delete("v1/nodes/" + node).is(204);
  }

  @Test
  void refused_change_isNoEvent() {
    String node = site.bareNode();
    site.member.delete("v1/nodes/" + node).is(403);
    site.outsider.put("v1/nodes/%s/reservation".formatted(node), of(site.project)).is(404);
    assertThat(events("target=" + node)).hasSize(1);
  }

  private static String of(String project) {
    return "{\"project\":\"%s\"}".formatted(project);
  }

  @Test
  void list_everyFilter_narrows() {
    String node = site.bareNode();
    String reservation = "v1/nodes/%s/reservation".formatted(node);
    Instant before = Instant.now();
    site.member.put(reservation, of(site.project)).is(200);
    site.manager.delete(reservation).is(200);
    String target = "target=" + node;
    assertThat(actions(target)).containsExactly("node.release", "node.reserve", "node.register");
    assertThat(actions(target + "&action=node")).hasSize(3);
    assertThat(actions(target + "&action=nod")).isEmpty();
    assertThat(actions(target + "&action=node.reserve")).containsExactly("node.reserve");
    assertThat(actions(target + "&actor=admin")).containsExactly("node.register");
    assertThat(actions(target + "&project=" + site.project)).contains("node.reserve");
    assertThat(actions(target + "&from=" + before)).hasSize(2);
    assertThat(actions(target + "&until=" + before)).containsExactly("node.register");
    assertThat(actions(target + "&from=" + before + "&until=" + before)).isEmpty();
  }

  private static List<String> actions(String query) {
    return events(query).stream().map(event -> event.getString("action")).toList();
  }

  @Test
  void list_byCursor_showsEachEventOnceInOrder() {
    for (int i = 0; i < 4; i++) {
      String node = site.bareNode();
      site.member.put("v1/nodes/%s/reservation".formatted(node), of(site.project)).is(200);
    }
    String query = "v1/audit?limit=3&project=" + site.project;
    List<JsonObject> seen = new ArrayList<>();
    JsonObject part = site.admin.get(query).is(200).json();
    seen.addAll(items(part));
    while (part.containsKey("next")) {
      assertThat(items(part)).hasSize(3);
      part = site.admin.get(query + "&cursor=" + part.getString("next")).is(200).json();
      seen.addAll(items(part));
    }
    assertThat(seen).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    assertThat(seen.stream().map(event -> Instant.parse(event.getString("at"))).toList())
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(seen).isEqualTo(events("limit=1000&project=" + site.project));
  }

  @Test
  void list_secretOfASwitch_isNotInIt() {
    assertThat(site.admin.get("v1/audit?target=" + site.switchName).is(200).body())
        .contains("switch.register")
        .doesNotContain("open sesame");
  }

  @Test
  void list_notAnAdministrator_isForbidden() {
    for (Api caller : List.of(site.member, site.manager, site.outsider)) {
      caller.get("v1/audit").is(403);
    }
  }

  private static List<JsonObject> events(String query) {
    return items(site.admin.get("v1/audit?" + query).is(200).json());
  }

  private static List<JsonObject> items(JsonObject part) {
    return part.getJsonArray("items").stream().map(JsonValue::asJsonObject).toList();
  }
}
