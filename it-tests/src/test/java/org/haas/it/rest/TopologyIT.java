package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where networks end, and who is told. */
class TopologyIT {
  private static Site site;
  private static String held;
  private static String foreign;
  private static String uncabled;
  private static String network;

  @BeforeAll
  static void prepare() {
    site = new Site();
    held = site.heldNode();
    foreign = site.heldNode(site.otherProject);
    uncabled = site.nodeWithNic();
    network = site.network();
    site.connect(held, network);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void topology_forAnAdministrator_hasEveryPortOfTheSwitch() {
    List<JsonObject> ports = ends(site.admin, "?switch=" + site.switchName);

    assertThat(ports).extracting(end -> end.getString("machine", "")).contains(held, foreign);
    JsonObject port = of(ports, held);
    assertThat(port.getString("kind")).isEqualTo("PORT");
    assertThat(port.getString("state")).isEqualTo("CARRYING");
    assertThat(port.getString("port")).startsWith("gi1/0/");
    assertThat(port.getString("project")).isEqualTo(site.project);
    assertThat(port.getJsonArray("networks").getJsonObject(0).getString("network"))
        .isEqualTo(network);
    assertThat(of(ports, foreign).getString("state")).isEqualTo("PARKED");
  }

  @Test
  void topology_ofANicWithoutAPort_saysSo() {
    JsonObject nic = of(ends(site.admin, "?limit=1000&kind=NIC"), uncabled);

    assertThat(nic.getString("state")).isEqualTo("UNCABLED");
  }

  @Test
  void topology_forATenant_hasHisOwnWithoutSwitchesAndNobodyElses() {
    String his = site.outsider.get("v1/topology?limit=1000").is(200).body();

    assertThat(his)
        .contains(foreign)
        .doesNotContain(held, network, uncabled, site.project, site.switchName, "gi1/0");
    JsonObject own = of(ends(site.member, ""), held);
    assertThat(own.getString("kind")).isEqualTo("NIC");
    assertThat(own).doesNotContainKeys("switch", "port", "lastRead", "difference");
    assertThat(site.member.get("v1/topology").is(200).body()).doesNotContain(foreign);
  }

  @Test
  void topology_filteredByWhatIsNotHis_tellsNothing() {
    site.outsider.get("v1/topology?project=" + site.project).is(404);
    site.outsider.get("v1/topology?switch=" + site.switchName).is(403);
    assertThat(ends(site.outsider, "?network=" + network)).isEmpty();
    assertThat(ends(site.member, "?network=" + network))
        .extracting(end -> end.getString("machine"))
        .containsExactly(held);
  }

  @Test
  void topology_inParts_goesOnWhereItEnded() {
    JsonObject first =
        site.admin.get("v1/topology?limit=1&switch=" + site.switchName).is(200).json();
    assertThat(first.getInt("total")).isGreaterThanOrEqualTo(2);

    String rest =
        "?limit=1&switch=%s&cursor=%s".formatted(site.switchName, first.getString("next"));

    assertThat(ends(site.admin, rest))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.getJsonArray("items").getValuesAs(JsonObject.class));
  }

  private static List<JsonObject> ends(Api caller, String query) {
    return caller
        .get("v1/topology" + query)
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private static JsonObject of(List<JsonObject> ends, String machine) {
    return ends.stream()
        .filter(end -> machine.equals(end.getString("machine", "")))
        .findFirst()
        .orElseThrow();
  }
}
