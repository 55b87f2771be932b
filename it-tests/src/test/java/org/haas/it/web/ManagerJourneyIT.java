package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who belongs to a project, as its manager, its members and strangers see it. */
class ManagerJourneyIT {
  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void begin() {
    site = new Site();
    browser = new Browser();
  }

  @AfterAll
  static void end() throws IOException {
    browser.close();
    site.close();
  }

  @Test
  void member_addedAndRemovedByTheManager_seesTheProjectInBetweenOnly() {
    String newcomer = site.freshUser("newcomer");
    String node = site.reservedNode();
    try (Visitor boss = browser.visitor();
        Visitor guest = browser.visitor()) {
      guest.login("/", newcomer, Site.PASSWORD);
      guest.sees(guest.page().getByText("You are in no project yet"));
      guest.inspect("overview-stranger");
      seesNothing(guest, node);

      boss.login("/projects/" + site.project, nameOf(site.manager), Site.PASSWORD);
      refused(boss);
      boss.fill("#user", newcomer);
      boss.button("Add").click();
      boss.sees(boss.button("Remove… " + newcomer));
      boss.inspect("project-manager");

      seesTheProject(guest, node);

      remove(boss, newcomer);
      seesNothing(guest, node);
    }
  }

  private static void refused(Visitor boss) {
    boss.fill("#user", "nobody.of.that.name");
    boss.button("Add").click();
    boss.sees(boss.page().getByText("no user nobody.of.that.name"));
  }

  private static void remove(Visitor boss, String member) {
    boss.button("Remove… " + member).click();
    boss.sees(boss.page().getByText(member + " sees nothing of " + site.project));
    boss.inspect("project-remove");
    boss.button("Remove").click();
    assertThat(boss.button("Remove… " + member)).hasCount(0);
  }

  private static void seesTheProject(Visitor guest, String node) {
    guest.open("/");
    guest.sees(guest.page().locator("#held").getByText(node));
    guest.page().locator("#my-projects").getByText(site.project).click();
    guest.page().waitForURL(Running.url() + "/projects/" + site.project);
    assertThat(guest.button("Add")).hasCount(0);
    assertThat(guest.page().locator("#members .ui-button")).hasCount(0);
    guest.inspect("project-member");
    guest.open("/projects");
    guest.inspect("projects");
    assertThat(guest.open("/nodes/" + node).status()).isEqualTo(200);
  }

  private static void seesNothing(Visitor guest, String node) {
    assertThat(guest.open("/projects/" + site.project).status()).isEqualTo(404);
    assertThat(guest.open("/nodes/" + node).status()).isEqualTo(404);
    guest.open("/projects");
    guest.sees(guest.page().getByText("You are in no project yet"));
    guest.open("/search?q=" + site.project);
    guest.sees(guest.page().getByText("Nothing of that name that you may see"));
    guest.open("/");
    assertThat(guest.page().getByText(site.project)).hasCount(0);
    assertThat(guest.page().getByText(node)).hasCount(0);
  }

  @Test
  void manager_leavingTheProject_isLedAwayFromIt() {
    String manager = site.freshUser("leaver");
    site.admin
        .put("v1/projects/%s/members/%s".formatted(site.project, manager), "{\"role\":\"MANAGER\"}")
        .is(201);
    try (Visitor leaver = browser.visitor()) {
      leaver.login("/projects/" + site.project, manager, Site.PASSWORD);
      leaver.button("Make member: " + nameOf(site.manager)).click();
      leaver.sees(leaver.button("Make manager: " + nameOf(site.manager)));
      leaver.button("Remove… " + manager).click();
      leaver.sees(leaver.page().getByText("Nobody else manages this project"));
      leaver.button("Cancel").click();
      leaver.button("Make manager: " + nameOf(site.manager)).click();
      leaver.sees(leaver.button("Make member: " + nameOf(site.manager)));
      leaver.button("Remove… " + manager).click();
      leaver.sees(leaver.page().getByText("You leave " + site.project));
      leaver.button("Remove").click();
      leaver.page().waitForURL(Running.url() + "/");

      assertThat(leaver.open("/projects/" + site.project).status()).isEqualTo(404);
    }
  }

  @Test
  void overview_ofAnAdministrator_leadsToEveryProject() {
    try (Visitor admin = browser.visitor()) {
      admin.login("/", "admin");
      admin.inspect("overview-admin");
      admin.open("/projects?text=" + site.project);
      admin.page().locator("#table").getByText(site.project).click();
      admin.sees(admin.button("Remove… " + nameOf(site.member)));
      admin.inspect("project-admin");
    }
  }

  private static String nameOf(Api somebody) {
    return somebody.get("v1/me").is(200).json().getString("username");
  }
}
