package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown of connections and grants: in a list as alone, and to each caller what is his. */
class ShownIT {
  private static Site site;
  private static String node;
  private static String network;

  @BeforeAll
  static void connect() {
    site = new Site();
    node = site.heldNode();
    network = site.network();
    site.connect(node, network);
    String grant = "v1/networks/%s/grants/%s".formatted(network, site.otherProject);
    site.manager.put(grant, "{}").is(200);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void node_connected_tellsItsNetwork() {
    JsonObject nic = shown(site.member, "nodes", node).getJsonArray("nics").getJsonObject(0);
    assertThat(nic.getJsonArray("networks")).hasSize(1);
    JsonObject on = nic.getJsonArray("networks").getJsonObject(0);
    assertThat(on.getString("network")).isEqualTo(network);
    assertThat(on.getString("channel")).isEqualTo("vlan/native");
    assertThat(on.getString("state")).isEqualTo("ATTACHED");
  }

  @Test
  void anything_inAList_isAsAlone() {
    for (Api caller : List.of(site.member, site.admin)) {
      assertThat(listed(caller, "nodes", node)).isEqualTo(shown(caller, "nodes", node));
    }
    for (Api caller : List.of(site.member, site.outsider, site.admin)) {
      assertThat(listed(caller, "networks", network)).isEqualTo(shown(caller, "networks", network));
    }
  }

  @Test
  void network_toItsOwner_tellsAll() {
    for (Api caller : List.of(site.member, site.admin)) {
      JsonObject shown = shown(caller, "networks", network);
      assertThat(grants(shown)).containsExactly(site.otherProject, site.project);
      assertThat(shown.getInt("attachments")).isEqualTo(1);
    }
  }

  @Test
  void network_toAGuest_tellsWhatIsHis() {
    JsonObject shown = shown(site.outsider, "networks", network);
    assertThat(grants(shown)).containsExactly(site.otherProject);
    assertThat(shown.getInt("attachments")).isZero();
  }

  @Test
  void list_inParts_tellsHowManyThereAre() {
    String other = site.freshName("part");
    site.nodeWithNic();
    JsonObject first = site.admin.get("v1/nodes?limit=1").is(200).json();
    assertThat(first.getJsonArray("items")).hasSize(1);
    assertThat(first.getInt("total")).isGreaterThan(1);
    assertThat(first).containsKey("next");
    JsonObject none = site.admin.get("v1/nodes?limit=1&text=" + other).is(200).json();
    assertThat(none.getJsonArray("items")).isEmpty();
    assertThat(none.getInt("total")).isZero();
  }

  private static JsonObject shown(Api caller, String kind, String name) {
    return caller.get("v1/%s/%s".formatted(kind, name)).is(200).json();
  }

  private static JsonObject listed(Api caller, String kind, String name) {
    JsonObject list = caller.get("v1/%s?text=%s".formatted(kind, name)).is(200).json();
    assertThat(list.getInt("total")).isEqualTo(1);
    assertThat(list).doesNotContainKey("next");
    return list.getJsonArray("items").getJsonObject(0);
  }

  private static List<String> grants(JsonObject network) {
    return network.getJsonArray("grants").getValuesAs(JsonString::getString);
  }
}
