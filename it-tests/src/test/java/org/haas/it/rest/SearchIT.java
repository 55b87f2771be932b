package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is found by name, and by whom. */
class SearchIT {
  private static Site site;
  private static String ending;
  private static String free;
  private static String held;
  private static String network;

  @BeforeAll
  static void prepare() {
    site = new Site();
    ending = site.project.substring("p-".length());
    free = site.bareNode();
    held = site.reservedNode();
    network = site.network();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void search_byAnAdministrator_findsAllKindsInTheirOrder() {
    assertThat(found(site.admin, ending))
        .containsExactly(
            "NODE " + free,
            "NODE " + held,
            "NETWORK " + network,
            "PROJECT " + site.otherProject,
            "PROJECT " + site.project,
            "SWITCH " + site.switchName);
  }

  @Test
  void search_byAMember_findsFreeThingsAndHisProjects() {
    assertThat(found(site.member, ending))
        .containsExactly(
            "NODE " + free, "NODE " + held, "NETWORK " + network, "PROJECT " + site.project);
  }

  @Test
  void search_byAStranger_findsNothingOfTheProject() {
    assertThat(found(site.outsider, ending))
        .containsExactly("NODE " + free, "PROJECT " + site.otherProject);
  }

  @Test
  void search_ofANetworkThatWasGranted_findsItWhileTheGrantStands() {
    String granted = site.grantedNetwork();
    assertThat(found(site.outsider, granted)).containsExactly("NETWORK " + granted);

    site.admin.delete("v1/networks/%s/grants/%s".formatted(granted, site.otherProject)).is(204);

    assertThat(found(site.outsider, granted)).isEmpty();
    site.admin.delete("v1/networks/" + granted).is(204);
  }

  @Test
  void search_inAnyCaseAndWithin_putsNamesThatBeginWithItFirst() {
    String inside = "x" + free;
    site.admin.post("v1/nodes", "{\"name\":\"%s\"}".formatted(inside)).is(201);
    try {
      assertThat(found(site.member, free.toUpperCase(Locale.ROOT)))
          .containsExactly("NODE " + free, "NODE " + inside);
      assertThat(site.member.get("v1/search?limit=1&q=" + free).is(200).json().getInt("total"))
          .isEqualTo(1);
    } finally {
      site.admin.delete("v1/nodes/" + inside).is(204);
    }
  }

  @Test
  void search_forPatterns_findsNothing() {
    for (String pattern : List.of("%25", "_", "*", "p-%25", "%27", "~")) {
      assertThat(site.admin.get("v1/search?q=" + pattern).is(200).json().getInt("total"))
          .as(pattern)
          .isEqualTo(pattern.equals("_") ? named("_") : 0);
    }
  }

  /** An underscore is a letter like others: what has one in its name, if anything. */
  private static int named(String part) {
    return (int)
        site.admin.get("v1/search?q=" + part).is(200).json().getJsonArray("items").stream()
            .filter(item -> item.asJsonObject().getString("name").contains(part))
            .count();
  }

  @Test
  void search_forNothingOrTooMuch_isRefused() {
    assertThat(site.member.get("v1/search").is(400).json().getString("field")).isEqualTo("q");
    for (String limit : List.of("0", "21", "-1")) {
      assertThat(site.member.get("v1/search?q=a&limit=" + limit).is(400).json().getString("field"))
          .isEqualTo("limit");
    }
  }

  private static List<String> found(Api by, String text) {
    return by.get("v1/search?q=" + text).is(200).json().getJsonArray("items").stream()
        .map(item -> (JsonObject) item)
        .map(item -> item.getString("kind") + " " + item.getString("name"))
        .toList();
  }
}
