package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an administrator is told of queues, switches and VLANs. */
class HealthIT {
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
  void switchThatWorks_afterAVisit_isReachableWithASession() {
    site.cabledNode();
    JsonObject known = of("switches", "name", site.switchName);
    assertThat(known.getString("contact")).isEqualTo("REACHABLE");
    assertThat(known).containsKey("lastVisit").doesNotContainKey("error");
    assertThat(known.getJsonObject("ports").getInt("total")).isPositive();
    assertThat(known.getJsonObject("ports").getInt("cabled")).isPositive();
    Answer working = workingUntil("session");
    String session = find(working, "name", site.switchName).getString("session");
    assertThat(session).matches(".+/[0-9]+");
    assertThat(of("queues", "switch", site.switchName).getString("holder", session))
        .isEqualTo(session);
    Site.until(
        () -> site.admin.get("v1/health/queues"),
        answer -> !find(answer, "switch", site.switchName).containsKey("oldest"));
    assertThat(of("queues", "switch", site.switchName))
        .doesNotContainKeys("unsavedSince", "lastError");
  }

  /** The switches while a worker is at work there, or lingers. */
  private static Answer workingUntil(String field) {
    AtomicReference<Answer> last = new AtomicReference<>();
    Site.until(
        () -> {
          site.freshPort();
          last.set(site.admin.get("v1/health/switches"));
          return last.get();
        },
        answer -> find(answer, "name", site.switchName).containsKey(field));
    return last.get();
  }

  @Test
  void switchThatNobodyAnswersFor_isOutOfReachAndItsWorkWaits() {
    String name = site.freshName("dead");
    site.admin
        .post(
            "v1/switches",
            """
            {"name": "%s", "type": "sim", "host": "127.0.0.1", "port": 1,
             "settings": {"switch": "x"}}"""
                .formatted(name))
        .is(201);
    assertThat(of("switches", "name", name).getString("contact")).isEqualTo("NEVER");
    site.admin.post("v1/switches/%s/ports".formatted(name), "{\"name\":\"gi1/0/1\"}").is(201);
    Site.until(
        () -> site.admin.get("v1/health/switches"),
        answer -> find(answer, "name", name).containsKey("error"));

    JsonObject known = of("switches", "name", name);
    assertThat(known.getString("contact")).isEqualTo("UNREACHABLE");
    assertThat(known.getString("error")).contains(name);
    JsonObject queue = of("queues", "switch", name);
    assertThat(queue.getInt("due") + queue.getInt("waiting") + queue.getInt("running")).isOne();
    assertThat(queue).containsKey("oldest");
    assertThat(queue.getJsonObject("lastError").getString("error")).contains(name);
    assertThat(queue.getJsonObject("lastError").getBoolean("ended")).isFalse();

    Site.until(
        () -> site.admin.delete("v1/switches/%s/ports/gi1%%2F0%%2F1".formatted(name)),
        answer -> answer.status() == 204);
    site.admin.delete("v1/switches/" + name).is(204);
  }

  @Test
  void vlans_networkMadeAndDeleted_areCounted() {
    JsonObject before = vlans();
    String network = site.freshName("net");
    String json = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(network, site.project);
    site.admin.post("v1/networks", json).is(201);
    JsonObject with = vlans();
    assertThat(with.getInt("used")).isPositive();
    assertThat(sum(with)).as("every id of the pool is counted once").isEqualTo(with.getInt("pool"));
    assertThat(with.getInt("pool")).isEqualTo(before.getInt("pool"));
    site.admin.delete("v1/networks/" + network).is(204);
  }

  private static int sum(JsonObject vlans) {
    return vlans.getInt("free")
        + vlans.getInt("used")
        + vlans.getInt("quarantined")
        + vlans.getInt("reserved");
  }

  @Test
  void vlans_limitOutOfRange_isRefused() {
    site.admin.get("v1/health/vlans?limit=1001").is(400);
    site.admin.get("v1/health/vlans?limit=-1").is(400);
  }

  private static JsonObject vlans() {
    return site.admin.get("v1/health/vlans").is(200).json();
  }

  private static JsonObject of(String kind, String field, String name) {
    return find(site.admin.get("v1/health/" + kind).is(200), field, name);
  }

  private static JsonObject find(Answer answer, String field, String name) {
    return answer.json().getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .filter(item -> item.getString(field, "").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + answer));
  }
}
