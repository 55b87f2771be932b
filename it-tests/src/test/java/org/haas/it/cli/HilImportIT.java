package org.haas.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Login;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that HIL had becomes the same here, and the machines notice nothing. */
class HilImportIT {
  private HilLab lab;
  @TempDir private Path home;

  @BeforeEach
  void make() throws IOException, SQLException {
    lab = new HilLab();
    lab.user("alice");
    lab.user("bob");
  }

  @AfterEach
  void takeAway() throws SQLException, IOException {
    lab.close();
  }

  @Test
  void lab_ofHil_isTheSameHereAndStaysSo() throws SQLException {
    Map<String, String> before = lab.inventory();
    JsonObject dry = run("--dry-run").is(1).json();
    assertThat(lab.inventory()).isEqualTo(before);
    assertThat(results(dry).values()).doesNotContain("made", "refused", "differs");

    CommandLine.Done first = run();
    Map<String, String> results = results(first.is(1).json());
    assertThat(first.out() + first.err())
        .doesNotContain("a secret of HIL", "an OBM token", "a node token", "no hash");
    Map<String, String> planned = new TreeMap<>(results(dry));
    planned.replaceAll((thing, result) -> result.equals("to make") ? "made" : result);
    assertThat(results).isEqualTo(planned);
    assertThat(results).containsEntry("node " + lab.name("n4"), "waits");
    assertThat(results).containsEntry("user " + lab.name("carol"), "waits");
    assertThat(results).containsEntry("headnode " + lab.name("head"), "by hand");
    assertThat(results).containsEntry("OBM " + lab.name("n2"), "by hand");

    assertTheSameInV1();
    assertTheSameInV0();
    assertUntouched();

    Map<String, String> after = lab.inventory();
    List<List<String>> trail = lab.trail();
    Map<String, String> again = new TreeMap<>(results);
    again.replaceAll((thing, result) -> result.equals("made") ? "there" : result);
    assertThat(results(run().is(1).json())).isEqualTo(again);
    assertThat(lab.inventory()).isEqualTo(after);
    assertThat(lab.trail()).isEqualTo(trail);
  }

  private void assertTheSameInV1() {
    JsonObject node = lab.admin.get("v1/nodes/" + lab.name("n1")).is(200).json();
    assertThat(node.getString("project")).isEqualTo(lab.name("astro"));
    assertThat(node.getJsonObject("metadata").getString("EK")).isEqualTo("aa:bb:cc");
    JsonArray nics = node.getJsonArray("nics");
    assertThat(nics.toString())
        .contains(lab.name("tor"), "gi1/0/1", "52:54:00:0a:00:01", lab.name("both-net"))
        .contains("ATTACHED")
        .doesNotContain("ATTACHING");
    JsonObject network = lab.admin.get("v1/networks/" + lab.name("bio-net")).is(200).json();
    assertThat(network.getInt("vlan")).isEqualTo(3702);
    assertThat(network.getString("owner")).isEqualTo(lab.name("bio"));
    assertThat(network.getJsonArray("grants").toString()).contains(lab.name("astro"));
    JsonObject open = lab.admin.get("v1/networks/" + lab.name("public-net")).is(200).json();
    assertThat(open.getString("visibility")).isEqualTo("PUBLIC");
    assertThat(open.containsKey("owner")).isFalse();
    JsonObject os9 = lab.admin.get("v1/switches/" + lab.name("os9")).is(200).json();
    assertThat(os9.getString("type")).isEqualTo("dellnos9");
    assertThat(os9.getString("host")).isEqualTo("192.0.2.14");
    assertThat(os9.getJsonObject("settings").getString("interface_type"))
        .isEqualTo("GigabitEthernet");
    JsonObject bmc = lab.admin.get("v1/nodes/%s/bmc".formatted(lab.name("n1"))).is(200).json();
    assertThat(bmc.getString("type")).isEqualTo("obmd");
    lab.admin.get("v1/nodes/%s/bmc".formatted(lab.name("n3"))).is(404);
    assertThat(lab.admin.get("v1/projects/%s/members".formatted(lab.name("bio"))).is(200).body())
        .contains(lab.name("alice"))
        .doesNotContain(lab.name("bob"));
  }

  /** What HIL answered to its clients. */
  private void assertTheSameInV0() {
    JsonObject node = lab.admin.get("v0/node/" + lab.name("n1")).is(200).json();
    assertThat(node.getJsonArray("nics").getJsonObject(0).toString())
        .isEqualTo(
            """
            {"label":"eth0","macaddr":"52:54:00:0a:00:01","port":"gi1/0/1","switch":"tor-E",\
            "networks":{"vlan/3703":"both-net-E","vlan/native":"astro-net-E"}}"""
                .replace("-E", "-" + lab.ending));
    assertThat(node.getJsonObject("metadata").getString("EK")).isEqualTo("\"aa:bb:cc\"");
    JsonObject free = lab.admin.get("v0/node/" + lab.name("n3")).is(200).json();
    assertThat(free.isNull("project")).isTrue();
    JsonObject network = lab.admin.get("v0/network/" + lab.name("both-net")).is(200).json();
    assertThat(network.getString("owner")).isEqualTo("admin");
    assertThat(network.getJsonArray("access").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(lab.name("astro"), lab.name("bio")));
    assertThat(network.getJsonArray("channels").toString())
        .isEqualTo("[\"vlan/native\",\"vlan/3703\"]");
    assertThat(network.getJsonObject("connected-nodes").toString())
        .isEqualTo("{\"%s\":[\"eth0\"]}".formatted(lab.name("n1")));
    assertThat(lab.admin.get("v0/project/%s/nodes".formatted(lab.name("bio"))).is(200).body())
        .isEqualTo("[\"%s\"]".formatted(lab.name("n2")));
    assertThat(lab.admin.get("v0/switch/" + lab.name("tor")).is(200).body())
        .contains("gi1/0/1", "gi1/0/6");
  }

  /** No port that carried something was written at any moment. */
  private void assertUntouched() {
    try (SimSwitchAdmin look = lab.look()) {
      Label tor = new Label(lab.name("tor"));
      Map<PortName, PortConfig> running = look.running(tor);
      HilLab.CARRIED.forEach((port, config) -> assertThat(running).containsEntry(port, config));
      HilLab.CARRIED.forEach(
          (port, config) -> assertThat(look.startup(tor)).containsEntry(port, config));
      List<String> written =
          look.log(tor).stream()
              .filter(line -> line.matches(".* fence=[1-9]\\d* .*"))
              .filter(line -> !line.matches(".* (login|gone|read.*|save.*)"))
              .toList();
      HilLab.CARRIED
          .keySet()
          .forEach(
              port -> assertThat(written).noneMatch(line -> (line + " ").contains(port + " ")));
    }
    try (Records records = Records.open()) {
      assertThat(
              records.rows(
                  "select vlan from vlan_carrier where vlan between 3701 and 3704 order by vlan"))
          .containsExactly(List.of("3701"), List.of("3702"), List.of("3703"), List.of("3704"));
    }
  }

  @Test
  void whatIsOtherwise_isToldAndLeftAlone() throws SQLException {
    lab.admin.post("v1/projects", json("{'name':'%s'}", lab.name("bio"))).is(201);
    lab.admin.post("v1/nodes", json("{'name':'%s'}", lab.name("n3"))).is(201);
    lab.admin.post("v1/networks", json("{'name':'%s','vlan':3709}", lab.name("idle-net"))).is(201);
    lab.change("update project set label = 'the astronomers' where id = 1");
    lab.change("delete from network_projects where project_id = 1 and network_id = 2");
    lab.change("update network set network_id = '4095' where id = 3");
    lab.change("update switch set type = replace(type, 'brocade', 'whitebox') where id = 5");
    lab.change("update networking_action set status = 'PENDING' where nic_id = 3");
    Map<String, String> before = lab.inventory();

    CommandLine.Done done = run().is(1);
    Map<String, String> results = results(done.json());

    assertThat(results)
        .containsEntry("project the astronomers", "refused")
        .containsEntry("network " + lab.name("astro-net"), "refused")
        .containsEntry("network " + lab.name("both-net"), "refused")
        .containsEntry("network " + lab.name("idle-net"), "differs")
        .containsEntry("switch " + lab.name("vdx"), "refused")
        .containsEntry("node " + lab.name("n1"), "refused")
        .containsEntry("node " + lab.name("n2"), "waits")
        .containsEntry("node " + lab.name("n3"), "differs");
    assertThat(done.err()).contains("import again");
    before.keySet().stream()
        .filter(thing -> !thing.contains("v1/users"))
        .forEach(thing -> assertThat(lab.inventory()).containsEntry(thing, before.get(thing)));
    assertThat(lab.inventory().keySet())
        .noneMatch(thing -> thing.endsWith(lab.name("n1")) || thing.endsWith(lab.name("n2")));
  }

  @Test
  void machines_onASwitchThatLetsNobodyIn_waitAndKeepTheirNetworks() throws SQLException {
    lab.change("update mock_switch set password = 'another one'");
    Map<String, String> first = results(run().is(1).json());
    assertThat(first)
        .containsEntry("switch " + lab.name("tor"), "made")
        .containsEntry("port gi1/0/6 of switch " + lab.name("tor"), "waits")
        .containsEntry("node " + lab.name("n1"), "waits")
        .containsEntry("node " + lab.name("n3"), "waits");

    lab.correctPassword();
    Map<String, String> second = results(run().is(1).json());
    assertThat(second)
        .containsEntry("switch " + lab.name("tor"), "there")
        .containsEntry("node " + lab.name("n1"), "made")
        .containsEntry("node " + lab.name("n2"), "made")
        .containsEntry("node " + lab.name("n3"), "made");
    assertUntouched();
  }

  @Test
  void import_bySomebodyElse_isRefusedAndReportsNothing() throws SQLException {
    String token = new Login(lab.name("alice"), Site.PASSWORD).token();

    CommandLine.Done done = run(new CommandLine(home).with("HAAS_TOKEN", token)).is(1);

    assertThat(done.err()).contains("Only an administrator");
    assertThat(done.out()).isEmpty();
  }

  private static String json(String form, Object... values) {
    return form.replace('\'', '"').formatted(values);
  }

  private CommandLine.Done run(String... options) throws SQLException {
    String token = new Login("admin", Running.password("admin")).token();
    return run(new CommandLine(home).with("HAAS_TOKEN", token), options);
  }

  private CommandLine.Done run(CommandLine haas, String... options) throws SQLException {
    return haas.typing(
        Records.secret("database") + "\n",
        Stream.concat(
                Stream.of(
                    "hil",
                    "import",
                    "--database",
                    lab.url(),
                    "--user",
                    "haas",
                    "--password",
                    "-",
                    "--json"),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static Map<String, String> results(JsonObject report) {
    Map<String, String> results = new TreeMap<>();
    report
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .forEach(
            row ->
                results.merge(
                    row.getString("kind") + " " + row.getString("name"),
                    row.getString("result"),
                    (one, other) -> one + " " + other));
    return results;
  }
}
