package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the switches were read as proves where a network is, or tells where it should not be. */
class ProofIT {
  private static Site site;
  private static String node;
  private static String idle;

  private String network;

  @BeforeAll
  static void makeSite() {
    site = new Site();
    node = site.heldNode();
    idle = site.heldNode();
  }

  @BeforeEach
  void connectOne() {
    network = site.network();
    site.connect(node, network);
  }

  @AfterEach
  void detach() {
    Answer going =
        site.member.delete("v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network)).is(202);
    site.awaitEnd(going.json().getString("id"));
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void network_onItsPortsOnly_isProven() {
    JsonObject proof = proof(site.member);

    assertThat(proof.getJsonArray("carriers")).hasSize(1);
    JsonObject carrier = proof.getJsonArray("carriers").getJsonObject(0);
    assertThat(carrier.getString("standing")).isEqualTo("CARRIES");
    assertThat(carrier.getString("node")).isEqualTo(node);
    assertThat(carrier).doesNotContainKeys("switch", "port");
    assertThat(proof.getInt("strangers")).isZero();
    assertThat(proof.getString("verdict")).isIn("PROVEN", "UNPROVEN");
    assertThat(proof(site.admin).getJsonArray("carriers").getValuesAs(JsonObject.class))
        .filteredOn(each -> each.getString("standing").equals("CARRIES"))
        .singleElement()
        .satisfies(each -> assertThat(each.getString("port")).startsWith("gi1/0/"));
  }

  @Test
  void network_seenWhereItShallNotBe_isBroken_untilItIsGone() {
    PortName port = port(idle);
    PortConfig foreign = PortConfig.PARKED.with(Channel.NATIVE, vlan());
    byHand(port, foreign);
    check();
    Site.until(
        () -> site.member.get("v1/networks/%s/isolation".formatted(network)),
        answer -> answer.body().contains("\"verdict\":\"BROKEN\""));
    JsonObject proof = proof(site.member);
    assertThat(proof.getInt("strangers")).isEqualTo(1);
    assertThat(proof.toString()).contains("STRANGER", idle);

    byHand(port, PortConfig.PARKED);
    check();
    Site.until(
        () -> site.member.get("v1/networks/%s/isolation".formatted(network)),
        answer -> !answer.body().contains("\"verdict\":\"BROKEN\""));
    WatchEverything.awaitNothingFound();
  }

  @Test
  void network_seenOffItsPort_isMissing() {
    PortName port = port(node);
    byHand(port, PortConfig.PARKED);
    check();
    Site.until(
        () -> site.member.get("v1/networks/%s/isolation".formatted(network)),
        answer -> answer.body().contains("MISSING"));
    assertThat(proof(site.member).getString("verdict")).isEqualTo("BROKEN");
    byHand(port, PortConfig.PARKED.with(Channel.NATIVE, vlan()));
    check();
    WatchEverything.awaitNothingFound();
  }

  @Test
  void network_ofOthers_namesNobodyToThem() {
    site.admin.put("v1/networks/%s/grants/%s".formatted(network, site.otherProject), "{}").is(200);
    JsonObject proof = proof(site.outsider);
    assertThat(proof.getJsonArray("carriers")).isEmpty();
    assertThat(proof.getInt("others")).isEqualTo(1);
    assertThat(proof.toString()).doesNotContain(node, site.project, site.switchName);
    site.admin.delete("v1/networks/%s/grants/%s".formatted(network, site.otherProject)).is(204);
    site.outsider.get("v1/networks/%s/isolation".formatted(network)).is(404);
  }

  @Test
  void network_onItsWay_isChanging() {
    try (SimSwitchAdmin switches = site.look()) {
      switches.hang(new Label(site.switchName), true);
      String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(idle, network);
      String asked = site.member.put(path, "{}").is(202).json().getString("id");
      assertThat(proof(site.member).getString("verdict")).isEqualTo("CHANGING");
      switches.reset(new Label(site.switchName));
      site.awaitEnd(asked);
      site.awaitEnd(site.member.delete(path).is(202).json().getString("id"));
    }
  }

  private JsonObject proof(Api as) {
    return as.get("v1/networks/%s/isolation".formatted(network)).is(200).json();
  }

  private VlanId vlan() {
    return new VlanId(site.member.get("v1/networks/" + network).is(200).json().getInt("vlan"));
  }

  private static PortName port(String of) {
    JsonObject nic =
        site.admin.get("v1/nodes/" + of).is(200).json().getJsonArray("nics").getJsonObject(0);
    return new PortName(nic.getString("port"));
  }

  private static PortConfig byHand(PortName port, PortConfig config) {
    try (Hand hand = new Hand(site)) {
      return hand.set(port, config);
    }
  }

  private static void check() {
    site.admin.post("v1/switches/%s/check".formatted(site.switchName), "{}").is(202);
  }
}
