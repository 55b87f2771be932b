package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Site;
import org.haas.it.Site.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The release of machines in the portal, and the maintenance pool: not beside other tests. */
class ReleaseJourneyIT {
  private static Site site;
  private static Browser browser;
  private static SimBmcAdmin bmcs;

  @BeforeAll
  static void begin() {
    site = new Site();
    browser = new Browser();
    bmcs = site.lookAtMachines();
  }

  @AfterAll
  static void end() throws IOException {
    site.admin.delete("v1/maintenance");
    bmcs.close();
    browser.close();
    site.close();
  }

  @Test
  void release_controllerFails_isWatchedAndTriedAgain() {
    Machine machine = site.heldMachine();
    bmcs.dead(machine.bmc(), true);
    try (Visitor member = browser.visitor()) {
      String name = site.member.get("v1/me").is(200).json().getString("username");
      member.login("/nodes/" + machine.node(), name, Site.PASSWORD);
      member.button("Release…").click();
      member.button("Release").click();
      Locator steps = member.page().locator("#release-steps");
      assertThat(steps.locator("li[data-step=consoles]")).containsText("No console was open.");
      assertThat(steps.locator("li[data-step=power]")).containsText("failed");
      member.sees(member.button("Try again now"));
      member.inspect("node-release-steps");
      bmcs.reset(machine.bmc());
      member.button("Try again now").click();
      assertThat(steps.locator("li[data-state=DONE]")).hasCount(4);
      assertThat(steps.locator("li[data-step=power]")).containsText("then said OFF");
      member.sees(member.page().getByText("Nobody holds it"));
      member.inspect("node-released");
    }
  }

  @Test
  void maintenance_ofAMachine_isSeenAndEnded() {
    Machine machine = site.heldMachine();
    try (Visitor admin = browser.visitor()) {
      admin.login("/admin/maintenance", "admin");
      admin.fill("#pool-project", site.otherProject);
      admin.fill("#pool-url", "http://127.0.0.1:9/");
      admin.fill("#pool-secret", "too short");
      admin.button("Save").click();
      assertThat(admin.page().locator("#pool-messages")).containsText("16 characters at least");
      admin.fill("#pool-secret", "long enough to sign with");
      admin.button("Save").click();
      admin.sees(admin.button("Remove the pool"));
      site.member.delete("v1/nodes/%s/reservation".formatted(machine.node())).is(202);
      Locator stay = admin.page().locator("tr[data-node='%s']".formatted(machine.node()));
      assertThat(stay).containsText("could not be told");
      admin.inspect("maintenance");
      admin.button("Back to the pool " + machine.node()).click();
      assertThat(stay).hasCount(0);
      admin.button("Remove the pool").click();
      assertThat(admin.button("Remove the pool")).hasCount(0);
      admin.inspect("maintenance-nothing");
    }
  }
}
