package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HIL's switches and their ports: what works, and what is refused. */
class HilSwitchesIT {
  private static final String NOT_FOUND = "NotFoundError";
  private static final String DUPLICATE = "DuplicateError";
  private static final String BLOCKED = "BlockedError";
  private static final String BAD = "BadArgumentError";
  private static final String NOT_ALLOWED = "AuthorizationError";
  private static final String LOGIN = "'hostname':'h','username':'u','password':'p'";

  private static HilSite site;
  private static HilClient admin;
  private static HilClient physics;

  @BeforeAll
  static void makeSite() {
    site = new HilSite();
    admin = site.admin;
    physics = site.physics;
  }

  @AfterAll
  static void takeSiteAway() throws IOException {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mock             |                                   | gi1/0/1     | 'nativeless-trunk-mode'",
        "powerconnect55xx |                                   | te1/0/1     | 'nativeless-trunk-mode'",
        "delln3000        | ,'dummy_vlan':4093                | gi1/0/1     |",
        "nexus            | ,'dummy_vlan':'17'                | Ethernet1/1 | 'nativeless-trunk-mode'",
        "brocade          | ,'interface_type':'TenGigabit'    | 1/0/1       |",
        "dellnos9         | ,'interface_type':'GigabitEthernet' | 1/1       |"
      },
      quoteCharacter = '"')
  void switch_ofEveryType_isRegisteredWithItsArguments(
      String type, String more, String port, String capability) {
    String name = "/switch/" + site.freshName("hil-sw");
    String login = "{'type':'%s','hostname':'192.0.2.7','username':'u','password':'p'%s}";
    admin.put(name, login.formatted(HilSite.TYPES + type, more == null ? "" : more)).isDone();
    admin.put(name + "/port/" + port).isDone();
    admin
        .get(name)
        .isJson(
            "{'name':'%s','ports':[{'label':'%s'}],'capabilities':[%s]}"
                .formatted(name.substring(8), port, capability == null ? "" : capability));
    site.whileBlocked(() -> admin.delete(name + "/port/" + port)).isDone();
    admin.delete(name).isDone();
  }

  @Test
  void switch_ovs_takesItsBridge() {
    String name = "/switch/" + site.freshName("hil-sw");
    admin.put(name, "{'type':'%sovs','ovs_bridge':'br0'}".formatted(HilSite.TYPES)).isDone();
    assertThat(admin.get("/switches").body()).contains(name.substring(8));
    admin.delete(name).isDone();
  }

  @Test
  void connect_taggedFirstWithoutNativelessTrunks_isBlocked() {
    String name = site.freshName("hil-sw");
    String login = LOGIN + ",'interface_type':'TenGigabit'";
    admin.put("/switch/" + name, "{'type':'" + HilSite.TYPES + "brocade'," + login + "}").isDone();
    String port = "/switch/" + name + "/port/1%2F0%2F1";
    admin.put(port).isDone();
    String node = site.bareNode();
    site.nic(node, "eth0");
    site.plug(port, node, "eth0");
    site.hold(site.physicsProject, node);
    String network = site.network("admin", "", "2951");

    physics
        .post(
            "/node/%s/nic/eth0/connect_network".formatted(node),
            "{'network':'%s','channel':'vlan/2951'}".formatted(network))
        .isRefused(409, BLOCKED);
    admin
        .post("/project/%s/detach_node".formatted(site.physicsProject), "{'node':'" + node + "'}")
        .isDone();
    admin.post(port + "/detach_nic").isDone();
    site.whileBlocked(() -> admin.delete(port)).isDone();
    admin.delete("/switch/" + name).isDone();
  }

  @Test
  void port_slashesPlainOrEscaped_areTheSame() {
    String ports = "/switch/" + site.switchName + "/port/";
    admin.put(ports + "gi1%2F0%2F90").isDone();
    admin.get(ports + "gi1/0/90").isJson("{}");
    String node = site.bareNode();
    site.nic(node, "eth0");
    admin
        .post(ports + "gi1/0/90/connect_nic", "{'node':'%s','nic':'eth0'}".formatted(node))
        .isDone();
    admin
        .get(ports + "gi1%2F0%2F90")
        .isJson("{'node':'%s','nic':'eth0','networks':{}}".formatted(node));
    site.whileBlocked(() -> admin.post(ports + "gi1%2F0%2F90/detach_nic")).isDone();
    site.whileBlocked(() -> admin.delete(ports + "gi1/0/90")).isDone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'mock'," + LOGIN + "}",
        "{'type':'" + HilSite.TYPES + "cray'," + LOGIN + "}",
        "{'type':'" + HilSite.TYPES + "mock'}",
        "{'type':'" + HilSite.TYPES + "mock'," + LOGIN + ",'dummy_vlan':1}",
        "{'type':'" + HilSite.TYPES + "mock','hostname':1,'username':'u','password':'p'}",
        "{'type':'" + HilSite.TYPES + "nexus'," + LOGIN + "}",
        "{'type':'" + HilSite.TYPES + "nexus'," + LOGIN + ",'dummy_vlan':'x'}",
        "{'type':'" + HilSite.TYPES + "delln3000'," + LOGIN + ",'dummy_vlan':4094}",
        "{'type':'" + HilSite.TYPES + "ovs'," + LOGIN + "}"
      })
  void register_argumentsOfNoType_areBad(String body) {
    admin.put("/switch/hil-new", body).isRefused(400, BAD);
  }

  @Test
  void register_withoutType_isInvalid() {
    admin.put("/switch/hil-new", "{" + LOGIN + "}").isRefused(400, "ValidationError");
    admin.put("/switch/hil-new", "{'type':7}").isRefused(400, "ValidationError");
  }

  @Test
  void switches_refusals() {
    String path = "/switch/" + site.switchName;
    String mock = "{'type':'" + HilSite.TYPES + "mock'," + LOGIN + "}";
    site.port();
    admin.put(path, mock).isRefused(409, DUPLICATE);
    admin.delete(path).isRefused(409, BLOCKED);
    admin.delete("/switch/hil-none").isRefused(404, NOT_FOUND);
    admin.get("/switch/hil-none").isRefused(404, NOT_FOUND);
    physics.get("/switches").isRefused(401, NOT_ALLOWED);
    physics.get(path).isRefused(401, NOT_ALLOWED);
    physics.put("/switch/hil-new", mock).isRefused(401, NOT_ALLOWED);
    physics.delete(path).isRefused(401, NOT_ALLOWED);
  }

  @Test
  void ports_refusals() {
    String ports = "/switch/" + site.switchName + "/port/";
    String port = site.port();
    admin.put(port).isRefused(409, DUPLICATE);
    admin.put(ports + "Ethernet1/1").isRefused(400, BAD);
    admin.put("/switch/hil-none/port/gi1/0/1").isRefused(404, NOT_FOUND);
    admin.get(ports + "gi9/9/9").isRefused(404, NOT_FOUND);
    admin.delete(ports + "gi9/9/9").isRefused(404, NOT_FOUND);
    physics.put(ports + "gi1/0/96").isRefused(401, NOT_ALLOWED);
    physics.get(port).isRefused(401, NOT_ALLOWED);
    physics.delete(port).isRefused(401, NOT_ALLOWED);
    physics.post(port + "/revert").isRefused(401, NOT_ALLOWED);
    admin.post(port + "/revert").isRefused(404, NOT_FOUND);
    admin.post(ports + "gi9/9/9/revert").isRefused(404, NOT_FOUND);
  }

  @Test
  void cabling_refusals() {
    String node = site.physicsNode();
    String cabled = site.lastPort();
    String nic = "{'node':'%s','nic':'eth1'}".formatted(node);
    String port = site.port();
    String bare = site.bareNode();
    site.nic(bare, "eth0");
    String free = "{'node':'%s','nic':'eth0'}".formatted(bare);
    admin.post(port + "/connect_nic", nic).isRefused(409, DUPLICATE);
    admin.post(cabled + "/connect_nic", free).isRefused(409, DUPLICATE);
    admin.post(port + "/connect_nic", "{'node':'hil-none','nic':'eth0'}").isRefused(404, NOT_FOUND);
    admin
        .post(port + "/connect_nic", "{'node':'%s','nic':'eth9'}".formatted(bare))
        .isRefused(404, NOT_FOUND);
    admin.post("/switch/hil-none/port/gi1/0/1/connect_nic", free).isRefused(404, NOT_FOUND);
    physics.post(port + "/connect_nic", free).isRefused(401, NOT_ALLOWED);
    admin.post(port + "/detach_nic").isRefused(404, NOT_FOUND);
    admin.post(cabled + "/detach_nic").isRefused(409, BLOCKED);
    physics.post(cabled + "/detach_nic").isRefused(401, NOT_ALLOWED);
    admin.delete(cabled).isRefused(409, BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({"powerconnect55xx,1/1", "brocade,gi1/0/1", "nexus,gi1/0/1"})
  void port_formOfAnotherType_isBad(String type, String port) {
    String name = "/switch/" + site.freshName("hil-sw");
    String more =
        switch (type) {
          case "brocade" -> ",'interface_type':'Te'";
          case "nexus" -> ",'dummy_vlan':17";
          default -> "";
        };
    admin.put(name, "{'type':'" + HilSite.TYPES + type + "'," + LOGIN + more + "}").isDone();
    admin.put(name + "/port/" + port).isRefused(400, BAD);
    admin.delete(name).isDone();
  }
}
