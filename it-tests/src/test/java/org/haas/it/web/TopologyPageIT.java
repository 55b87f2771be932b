package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The picture of what is connected to what, and its table. */
class TopologyPageIT {
  private static Site site;
  private static Browser browser;
  private static String held;
  private static String foreign;

  @BeforeAll
  static void begin() {
    site = new Site();
    browser = new Browser();
    held = site.heldNode();
    foreign = site.bareNode();
    cableForeign();
  }

  /** A node of the other project with a MAC that no other has. */
  private static void cableForeign() {
    String nic = "{\"name\":\"eth9\",\"mac\":\"52:54:00:be:ef:09\"}";
    site.admin.post("v1/nodes/%s/nics".formatted(foreign), nic).is(201);
    String body = "{\"project\":\"%s\"}".formatted(site.otherProject);
    site.admin.put("v1/nodes/%s/reservation".formatted(foreign), body).is(200);
  }

  @AfterAll
  static void end() throws IOException {
    browser.close();
    site.admin.delete("v1/nodes/%s/reservation".formatted(foreign)).is(200);
    site.admin.delete("v1/nodes/%s/nics/eth9".formatted(foreign)).is(204);
    site.close();
  }

  @Test
  void page_ofATenant_showsHisOwnLiveAndKeepsTheKeyboard() {
    String network = site.network();
    try (Visitor member = browser.visitor()) {
      member.login("/topology", name(site.member), Site.PASSWORD);
      Locator end = member.page().locator("a.end[href='/nodes/%s']".formatted(held));
      member.sees(end);
      assertThat(end).hasAttribute("data-state", "PARKED");
      end.focus();
      assertThat(end.locator(".about")).containsText("52:54:00:00:00:01");
      member.page().evaluate("window.notLoadedAgain = true");

      site.connect(held, network);

      member.sees(member.page().locator("#legend").getByText(network));
      assertThat(end).hasAttribute("data-state", "CARRYING");
      assertThat(end).isFocused();
      assertThat(member.page().evaluate("window.notLoadedAgain")).isEqualTo(true);
      member.inspect("topology-tenant");

      member.page().locator("#as-table").click();
      member.sees(member.page().locator("#ends").getByText(held));
      assertThat(member.page().url()).endsWith("/topology?view=table");
      assertThat(member.page().locator("#ends")).containsText(network);
      member.inspect("topology-tenant-table");
      member.open("/topology?network=" + network);
      member.sees(end);
      end.focus();
      member.page().keyboard().press("Enter");
      member.page().waitForURL("**/nodes/" + held);
    }
  }

  @Test
  void page_ofATenant_hasNothingOfAnotherInItsHtml() {
    try (Visitor outsider = browser.visitor()) {
      outsider.login("/topology", name(site.outsider), Site.PASSWORD);
      for (String view : new String[] {"", "?view=table"}) {
        outsider.open("/topology" + view);
        assertThat(outsider.page().content())
            .contains(foreign)
            .contains("52:54:00:be:ef:09")
            .doesNotContain(held, site.project, site.switchName, "gi1/0", "52:54:00:00:00:01");
      }
      assertThat(outsider.open("/topology?project=" + site.project).status()).isEqualTo(404);
    }
    try (Visitor member = browser.visitor()) {
      member.login("/topology", name(site.member), Site.PASSWORD);
      assertThat(member.page().content())
          .contains(held)
          .doesNotContain(foreign, site.otherProject, "52:54:00:be:ef:09");
    }
  }

  @Test
  void page_ofSomebodyWithoutAnything_saysWhatToDo() {
    try (Visitor nobody = browser.visitor()) {
      nobody.login("/topology", site.freshUser("nobody"), Site.PASSWORD);
      nobody.sees(nobody.page().getByText("Nothing is cabled yet"));
      nobody.inspect("topology-empty");
    }
  }

  @Test
  void page_ofAnAdministrator_showsSwitchesWithTheirPorts() {
    try (Visitor admin = browser.visitor()) {
      admin.login("/topology?open=" + site.switchName, "admin");
      Locator group = admin.page().locator("[data-group='%s']".formatted(site.switchName));
      admin.sees(group.locator("a.end").first());
      assertThat(group.locator("h2 a"))
          .hasAttribute("href", "/admin/inventory/switches/" + site.switchName);
      assertThat(group.locator("a.end[href='/nodes/%s']".formatted(held)).locator(".about"))
          .containsText(site.switchName);
      admin.inspect("topology-administrator");
      admin.page().locator("#as-table").click();
      admin.sees(admin.page().locator("#ends"));
      admin.inspect("topology-administrator-table");
    }
  }

  private static String name(Api user) {
    JsonObject me = user.get("v1/me").is(200).json();
    return me.getString("username");
  }
}
