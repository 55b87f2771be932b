package org.haas.it.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.it.Site;
import org.haas.spi.Channel;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A NIC on an emulated Nexus, from the port's registration to its release, by the server. */
class NexusIT {
  private static final PortName PORT = new PortName("Ethernet1/1");
  private static final PortName OTHER = new PortName("Ethernet1/2");

  private static Site site;
  private static SwitchEmulator nexus;
  private static SshEmulator ssh;
  private static String switchPath;
  private static String portPath;

  @BeforeAll
  static void makeSite() {
    site = new Site();
    nexus = new SwitchEmulator("nexus", List.of(PORT, OTHER));
    ssh = new SshEmulator("haas", "open sesame", nexus::shell);
    String name = site.freshName("nexus");
    switchPath = "v1/switches/" + name;
    portPath = switchPath + "/ports/Ethernet1%2F1";
    site.admin
        .post(
            "v1/switches",
            """
            {"name": "%s", "type": "nexus", "host": "127.0.0.1", "port": %d, "username": "haas",
             "password": "open sesame", "hostKey": "%s"}"""
                .formatted(name, ssh.port(), ssh.hostKey()))
        .is(201);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
    ssh.close();
  }

  @Test
  void nic_fromRegistrationToRelease_isCarriedSavedAndTakenOff() {
    String node = site.nodeWithNic();
    assertThat(nexus.carried().get(PORT).parked()).isFalse();
    site.admin.post(switchPath + "/ports", "{\"name\": \"Ethernet1/1\"}").is(201);
    Site.until(
        () -> site.admin.get(switchPath), answer -> answer.body().contains("\"state\":\"READY\""));
    assertThat(nexus.carried()).containsEntry(PORT, PortConfig.PARKED);

    String cable = "{\"node\": \"%s\", \"nic\": \"eth0\"}".formatted(node);
    site.admin.put(portPath + "/nic", cable).is(200);
    String reservation = "v1/nodes/%s/reservation".formatted(node);
    site.admin.put(reservation, "{\"project\": \"%s\"}".formatted(site.project)).is(200);
    carry(node);
    site.admin.delete(reservation).is(200);
    site.admin.delete(portPath + "/nic").is(204);
    site.admin.delete(portPath).is(204);
    site.admin.delete(switchPath).is(204);
    assertThat(nexus.carried().get(OTHER).parked()).as("nobody touched it").isFalse();
  }

  /** A native network, a tagged one beside it, the tagged one alone, and nothing, by hand. */
  private static void carry(String node) {
    String first = site.network();
    String second = site.network();
    PortConfig red = PortConfig.PARKED.with(Channel.NATIVE, vlan(first));
    PortConfig blue = PortConfig.PARKED.with(Channel.tagged(vlan(second)), vlan(second));
    Runnable parkByHand = nexus.remember();
    connect(node, first, "vlan/native");
    assertThat(nexus.carried()).containsEntry(PORT, red);
    connect(node, second, "vlan/" + vlan(second));
    assertThat(nexus.carried())
        .containsEntry(PORT, red.with(Channel.tagged(vlan(second)), vlan(second)));
    detach(node, first);
    assertThat(nexus.carried()).containsEntry(PORT, blue);
    nexus.powerCycle();
    assertThat(nexus.carried()).as("was saved before it was DONE").containsEntry(PORT, blue);
    parkByHand.run();
    detach(node, second);
    nexus.powerCycle();
    assertThat(nexus.carried())
        .as("was saved, whoever took it off")
        .containsEntry(PORT, PortConfig.PARKED);
    assertThat(nexus.faults()).isEmpty();
  }

  private static VlanId vlan(String network) {
    JsonObject shown = site.member.get("v1/networks/" + network).json();
    return new VlanId(shown.getInt("vlan"));
  }

  private static void connect(String node, String network, String channel) {
    String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    String body = "{\"channel\": \"%s\"}".formatted(channel);
    site.awaitEnd(site.member.put(path, body).is(202).json().getString("id"));
  }

  private static void detach(String node, String network) {
    String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    site.awaitEnd(site.member.delete(path).is(202).json().getString("id"));
  }
}
