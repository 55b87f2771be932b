package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine is taken over whole, or not at all. */
class TakeoverIT {
  private static final String PORT = "gi1/0/1";

  private static Site site;

  @BeforeAll
  static void make() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  private static Answer takeOver(String query, String node, String rest) {
    String body =
        """
        {"node": {"name": "%s", "nics": [{"name": "eth0", "mac": "52:54:00:00:00:21",
          "switch": "%s", "port": "%s"}]}%s}"""
            .formatted(node, site.switchName, PORT, rest);
    return site.admin.post("v1/takeovers" + query, body);
  }

  private static String held(String network) {
    return ", \"project\": \"%s\", \"attachments\": [{\"nic\": \"eth0\", \"network\": \"%s\"}]"
        .formatted(site.project, network);
  }

  private static void assertNothingIsThere(String node) {
    site.admin.get("v1/nodes/" + node).is(404);
    assertThat(site.admin.get("v1/switches/" + site.switchName).is(200).body())
        .doesNotContain("\"%s\"".formatted(PORT));
  }

  @Test
  void takeOver_withSomethingThatIsNotThere_leavesNothing() {
    String node = site.freshName("node");

    assertThat(takeOver("", node, held(node + "-net")).is(404).body()).contains(node + "-net");
    assertNothingIsThere(node);
    assertThat(
            takeOver("", node, ", \"attachments\": [{\"nic\":\"eth0\",\"network\":\"x\"}]")
                .is(400)
                .body())
        .contains("name who holds it");
    assertNothingIsThere(node);
  }

  @Test
  void takeOver_tried_tellsTheChangesAndLeavesNothing() {
    String node = site.freshName("node");
    String network = site.network();

    JsonObject told = takeOver("?dryRun=true", node, held(network)).is(200).json();

    assertThat(told.getBoolean("applied")).isFalse();
    assertThat(told.containsKey("changeSet")).isFalse();
    assertThat(told.getJsonArray("changes").toString())
        .contains("add port " + PORT, "add node " + node, "reserve node " + node, network);
    assertNothingIsThere(node);
  }

  @Test
  void takeOver_ofAMachineThatIsThere_isRefused() {
    String node = site.bareNode();

    assertThat(takeOver("", node, "").is(409).body()).contains(node + " is there already");
  }

  @Test
  void network_ofAProjectWithAVlan_isForAdministrators() {
    String name = site.freshName("net");
    String body = "{\"name\":\"%s\",\"owner\":\"%s\",\"vlan\":3711}".formatted(name, site.project);

    assertThat(site.manager.post("v1/networks", body).is(400).body()).contains("vlan");
    JsonObject made = site.admin.post("v1/networks", body).is(201).json();
    site.admin.delete("v1/networks/" + name).is(204);
    assertThat(made.getInt("vlan")).isEqualTo(3711);
    assertThat(made.getString("owner")).isEqualTo(site.project);
  }
}
