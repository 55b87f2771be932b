package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haas.driver.emulator.OvsdbEmulator;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A switch that tells by itself what was changed there: HaaS says so in two seconds. Looks of their
 * own are due each hour here.
 */
class ToldDriftIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final PortName PORT = new PortName("p1");

  private static Site site;
  private static OvsdbEmulator ovs;
  private static String name;

  @BeforeAll
  static void register() {
    site = new Site();
    ovs = new OvsdbEmulator("br0", List.of(PORT, new PortName("p2")));
    name = site.freshName("ovsdb");
    JsonObject document =
        Json.createObjectBuilder()
            .add("name", name)
            .add("type", "ovsdb")
            .add("host", "127.0.0.1")
            .add("port", ovs.port())
            .add("privateKey", OvsdbEmulator.login())
            .add("settings", Json.createObjectBuilder().add("bridge", "br0"))
            .build();
    site.admin.post("v1/switches", document.toString()).is(201);
    enrol();
    site.admin.post("v1/switches/%s/ports".formatted(name), "{\"name\": \"p1\"}").is(201);
    Site.until(
        () -> site.admin.get("v1/switches/" + name),
        answer -> answer.body().contains("\"state\":\"READY\""));
  }

  private static void enrol() {
    String path = "v1/switches/%s/host-key".formatted(name);
    String shown = site.admin.get(path).is(200).json().getString("hostKey");
    assertThat(shown).startsWith("tls-sha256 ");
    site.admin.put(path, "{\"hostKey\": \"%s\"}".formatted(shown)).is(200);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.admin.delete("v1/switches/%s/ports/p1".formatted(name)).is(204);
    site.admin.delete("v1/switches/" + name).is(204);
    site.close();
    ovs.close();
  }

  @Test
  void drift_portChangedByHand_isToldInTwoSecondsAndGoesAsFast() {
    assertThat(ovs.carried()).containsEntry(PORT, PortConfig.PARKED);
    awaitListener();
    ovs.set(PORT, "vlan_mode=access tag=77 protected=false");
    long from = System.nanoTime();
    Site.until(ToldDriftIT::drift, answer -> differing(answer).isPresent());
    assertThat(since(from)).isLessThan(PROMISED);
    assertThat(differing(drift()).orElseThrow().getString("difference"))
        .isEqualTo("port p1 is 'native 77', not 'parked'");
    assertThat(ovs.carried().get(PORT).untagged()).as("only told").contains(new VlanId(77));

    ovs.set(PORT, "vlan_mode=access tag=3800 trunks=[] protected=true");
    from = System.nanoTime();
    Site.until(ToldDriftIT::drift, answer -> differing(answer).isEmpty());
    assertThat(since(from)).isLessThan(PROMISED);
  }

  /** It may begin to listen five seconds after the switch was registered. */
  private static void awaitListener() {
    Site.until(ToldDriftIT::drift, answer -> ovs.listeners() > 0);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static Answer drift() {
    return site.admin.get("v1/drift").is(200);
  }

  private static Optional<JsonObject> differing(Answer drift) {
    return drift.json().getJsonArray("ports").getValuesAs(JsonObject.class).stream()
        .filter(each -> each.getString("switch").equals(name))
        .findFirst();
  }
}
