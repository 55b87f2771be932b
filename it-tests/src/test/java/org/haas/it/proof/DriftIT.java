package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.it.lab.Nic;
import org.haas.it.rest.Listener;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What somebody changes by hand on a switch is told within a minute, whose it is and since when: on
 * Open vSwitch, which is real, and on an emulated Nexus. A look is due each 45 s.
 */
class DriftIT {
  private static final Duration SLACK = Duration.ofSeconds(15);
  private static final PortName MANAGED = new PortName("Ethernet1/1");
  private static final PortName STRANGE = new PortName("Ethernet1/2");

  private static LabSite lab;
  private static Site site;
  private static SwitchEmulator nexus;
  private static SshEmulator ssh;
  private static String nexusName;

  @BeforeAll
  static void makeSites() {
    lab = new LabSite();
    site = new Site();
    nexus = new SwitchEmulator("nexus", List.of(MANAGED, STRANGE));
    ssh = new SshEmulator("haas", "open sesame", nexus::shell);
    nexusName = site.freshName("nexus");
    site.admin
        .post(
            "v1/switches",
            """
            {"name": "%s", "type": "nexus", "host": "127.0.0.1", "port": %d, "username": "haas",
             "password": "open sesame", "hostKey": "%s"}"""
                .formatted(nexusName, ssh.port(), ssh.hostKey()))
        .is(201);
  }

  @AfterAll
  static void takeAway() throws IOException {
    lab.close();
    site.admin.delete("v1/switches/%s/ports/Ethernet1%%2F1".formatted(nexusName)).is(204);
    site.admin.delete("v1/switches/" + nexusName).is(204);
    site.close();
    ssh.close();
  }

  @AfterEach
  void leakedOnPurpose() {
    lab.clear();
    WatchEverything.awaitNothingFound();
  }

  @Test
  void openVswitch_tagOfAPortChanged_isToldAndAnnouncedUntilItIsRight() {
    Nic nic = lab.lab.nic(1, "nic1");
    lab.physics.reserve(nic.node());
    LabNetwork red = lab.network(lab.physics);
    LabNetwork blue = lab.network(lab.biology);
    lab.physics.connect(nic, red, "vlan/native");
    Instant before = Instant.now();
    try (Listener admin = new Listener(site.admin, "v1/events?kind=OPERATION")) {
      OvsDump.change(lab.state(), nic, "set", "port", nic.port(), "tag=" + blue.vlan());
      JsonObject told = told(nic.switchName(), nic.port());
      assertThat(told.getString("difference"))
          .isEqualTo(
              "port %s is 'native %s', not 'native %s'"
                  .formatted(nic.port(), blue.vlan(), red.vlan()));
      assertThat(Instant.parse(told.getString("since"))).isBetween(before, Instant.now());
      assertThat(told.getString("node")).isEqualTo(nic.node());
      assertThat(told.getString("nic")).isEqualTo(nic.name());
      assertThat(told.getString("project")).isEqualTo(lab.physics.project());
      assertTenantsSeeTheirs(nic);
      String check = lastCheck(nic.switchName());
      admin.hears(line -> line.contains("OPERATION") && line.contains(check));
      OvsDump.change(lab.state(), nic, "set", "port", nic.port(), "tag=" + red.vlan());
      rightAgain(nic.switchName(), nic.port());
    }
  }

  @Test
  void openVswitch_portLostAVlan_isToldUntilItIsRight() {
    Nic nic = lab.lab.nic(2, "nic1");
    lab.physics.reserve(nic.node());
    LabNetwork red = lab.network(lab.physics);
    LabNetwork blue = lab.network(lab.physics);
    lab.physics.connect(nic, red, "vlan/native");
    lab.physics.connect(nic, blue, blue.tagged());
    OvsDump.change(lab.state(), nic, "remove", "port", nic.port(), "trunks", "" + blue.vlan());
    assertThat(told(nic.switchName(), nic.port()).getString("difference"))
        .endsWith("not 'native %s, tagged %s'".formatted(red.vlan(), blue.vlan()));
    OvsDump.change(lab.state(), nic, "add", "port", nic.port(), "trunks", "" + blue.vlan());
    rightAgain(nic.switchName(), nic.port());
  }

  @Test
  void nexus_portsChanged_thatOfHaasIsToldAndTheOtherLeftAlone() {
    site.admin
        .post("v1/switches/%s/ports".formatted(nexusName), "{\"name\": \"Ethernet1/1\"}")
        .is(201);
    Site.until(
        () -> site.admin.get("v1/switches/" + nexusName),
        answer -> answer.body().contains("\"state\":\"READY\""));
    nexus.configure("vlan 77", "interface Ethernet1/2", "switchport access vlan 77");
    PortConfig strange = nexus.carried().get(STRANGE);
    Runnable back = nexus.remember();
    nexus.configure("interface Ethernet1/1", "switchport trunk allowed vlan 77", "no shutdown");
    assertThat(told(nexusName, MANAGED.value()).getString("difference"))
        .startsWith("port Ethernet1/1 is '")
        .contains("77")
        .endsWith(", not 'parked'");
    assertThat(find(drift(), nexusName, STRANGE.value())).isEmpty();
    assertThat(nexus.carried().get(STRANGE)).as("nobody touched it").isEqualTo(strange);
    assertThat(nexus.carried().get(MANAGED).parked()).as("only told").isFalse();
    back.run();
    rightAgain(nexusName, MANAGED.value());
    assertThat(nexus.carried()).containsEntry(STRANGE, strange);
  }

  private static void assertTenantsSeeTheirs(Nic nic) {
    Answer owner = lab.physics.api().get("v1/drift").is(200);
    JsonObject told = owner.json().getJsonArray("ports").getJsonObject(0);
    assertThat(owner.json().getJsonArray("ports")).hasSize(1);
    assertThat(told.getString("node")).isEqualTo(nic.node());
    assertThat(told.getString("difference")).contains(nic.name(), nic.node());
    assertThat(told).doesNotContainKeys("switch", "port", "lastRead");
    assertThat(owner.body()).doesNotContain(nic.switchName(), nic.port());
    assertThat(lab.biology.api().get("v1/drift").is(200).json().getJsonArray("ports")).isEmpty();
  }

  /** What is told of the port by the next look, which must not take long. */
  private static JsonObject told(String switchName, String port) {
    long from = System.nanoTime();
    timeToLook(switchName);
    Site.until(DriftIT::drift, answer -> find(answer, switchName, port).isPresent());
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SLACK);
    return find(drift(), switchName, port).orElseThrow();
  }

  private static void rightAgain(String switchName, String port) {
    timeToLook(switchName);
    Site.until(DriftIT::drift, answer -> find(answer, switchName, port).isEmpty());
  }

  private static Answer drift() {
    return site.admin.get("v1/drift").is(200);
  }

  private static Optional<JsonObject> find(Answer drift, String switchName, String port) {
    return drift.json().getJsonArray("ports").getValuesAs(JsonObject.class).stream()
        .filter(each -> each.getString("switch").equals(switchName))
        .filter(each -> each.getString("port", "").equals(port))
        .findFirst();
  }

  /** Has the next look at the switch begin within seconds. */
  static void timeToLook(String switchName) {
    try (Records records = Records.open()) {
      records.update(
          "update work_queue set look_at = clock_timestamp() where name ="
              + " (select 'switch:' || id from switch where label = '%s')".formatted(switchName));
    }
  }

  private static String lastCheck(String switchName) {
    try (Records records = Records.open()) {
      return records
          .rows(
              "select uuid from operation where action = 'check_switch' and queue ="
                  + " (select 'switch:' || id from switch where label = '%s')".formatted(switchName)
                  + " order by id desc limit 1")
          .get(0)
          .get(0);
    }
  }
}
