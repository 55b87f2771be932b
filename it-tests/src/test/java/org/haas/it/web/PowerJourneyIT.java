package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Site;
import org.haas.it.Site.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Power of machines in the portal, as a member and an administrator see it. */
class PowerJourneyIT {
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
    bmcs.close();
    browser.close();
    site.close();
  }

  @Test
  void power_ofAMachine_isChangedAndSeenWithoutReloading() {
    Machine machine = site.heldMachine();
    try (Visitor member = browser.visitor()) {
      member.login("/nodes/" + machine.node(), name(), Site.PASSWORD);
      Locator power = member.page().locator("#power");
      assertThat(power.locator("button.go")).hasText("Switch on");
      member.button("Switch on").click();
      assertThat(power.locator("h2 .state")).hasText("on");
      assertThat(power.locator("button.go")).hasText("Shut down…");
      assertThat(member.page().locator("#history")).containsText("switch on");
      member.button("Power cycle…").click();
      member.sees(member.page().getByText("What is not saved is lost."));
      member.inspect("node-power-question");
      member.button("Do it").click();
      assertThat(member.page().locator("tr[data-state=DONE]")).hasCount(2);
      assertThat(bmcs.starts(machine.bmc())).isEqualTo(2);
      member.page().locator("#boot-device").selectOption("pxe");
      member.button("Set").click();
      assertThat(member.page().locator("#history")).containsText("boot from pxe once");
      member.inspect("node-power");
    }
  }

  @Test
  void power_ofManyMachines_isChangedByThePicks() {
    Machine one = site.heldMachine();
    Machine other = site.heldMachine();
    try (Visitor member = browser.visitor()) {
      member.login("/nodes?project=" + site.project, name(), Site.PASSWORD);
      member.page().locator("input[name=pick][value='%s']".formatted(one.node())).check();
      member.page().locator("input[name=pick][value='%s']".formatted(other.node())).check();
      member.page().locator("#on-all").click();
      member.button("Do it").click();
      Locator on = member.page().locator("#list tbody tr .state.ok:text-is('on')");
      assertThat(on).hasCount(2);
      member.inspect("nodes-power");
    }
  }

  @Test
  void release_controllerIsDead_isSeenAndForcedByAnAdministrator() {
    Machine machine = site.heldMachine();
    bmcs.dead(machine.bmc(), true);
    site.member.delete("v1/nodes/%s/reservation".formatted(machine.node())).is(202);
    try (Visitor admin = browser.visitor()) {
      admin.login("/nodes/" + machine.node(), "admin");
      admin.sees(admin.page().getByText("given back, and not free yet"));
      admin.inspect("node-releasing");
      admin.open("/admin/health");
      assertThat(admin.page().locator("#health-bmcs")).containsText(machine.node());
      admin.inspect("health-bmcs");
      admin.open("/nodes/" + machine.node());
      admin.button("Free by force…").click();
      admin.sees(admin.page().getByText("was not seen off"));
      admin.button("Free it").click();
      admin.sees(admin.page().getByText("Nobody holds it"));
    }
    bmcs.reset(machine.bmc());
  }

  private static String name() {
    return site.member.get("v1/me").is(200).json().getString("username");
  }
}
