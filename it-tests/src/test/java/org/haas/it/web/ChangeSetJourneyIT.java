package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many nodes come on a network together in the portal: picked, planned, applied, watched. */
class ChangeSetJourneyIT {
  private static final Duration SLOW = Duration.ofSeconds(1);

  private static Site site;
  private static Browser browser;
  private static SimSwitchAdmin switches;

  private String network;
  private List<String> nodes;

  @BeforeAll
  static void begin() {
    site = new Site();
    browser = new Browser();
    switches = site.look();
  }

  @AfterAll
  static void end() throws IOException {
    switches.close();
    browser.close();
    site.close();
  }

  @BeforeEach
  void make() {
    network = site.network();
    nodes = List.of(site.heldNode(), site.heldNode());
  }

  @Test
  void nodes_picked_arePlannedAppliedAndWatched() {
    try (Visitor member = browser.visitor()) {
      plan(member);
      member.inspect("plan-question");
      show(member);
      member.sees(member.page().getByText("Nothing has been done yet."));
      assertThat(row(member, nodes.get(0))).containsText("nothing");
      assertThat(row(member, nodes.get(0))).containsText(network);
      assertThat(member.page().locator("#parts")).not().containsText(site.switchName);
      member.inspect("change-planned");
      switches.delay(new Label(site.switchName), SLOW);
      member.button("Apply").click();
      member.sees(member.page().getByText("0 of 2 NICs are written"));
      member.inspect("change-applying");
      switches.reset(new Label(site.switchName));
      member.sees(member.page().getByText("All 2 NICs are as planned."));
      assertThat(row(member, nodes.get(1))).containsText("done");
      member.open("/changes");
      member.sees(member.page().locator("tr[data-state=COMMITTED]").first());
      member.inspect("changes");
    }
    takeOff();
  }

  @Test
  void nodes_oneIsRefused_goBackAndTheSwitchsWordsAreThere() {
    try (Visitor admin = browser.visitor()) {
      plan(admin, "admin");
      show(admin);
      seesTheLines(admin);
      String port = row(admin, nodes.get(1)).locator(".mono").innerText();
      switches.refuse(new Label(site.switchName), new PortName(port));
      admin.button("Apply").click();
      admin.sees(admin.page().getByText("It is being undone"));
      admin.sees(admin.page().locator("#parts .refusal"));
      admin.inspect("change-undoing");
      switches.reset(new Label(site.switchName));
      admin.sees(admin.page().getByText("All 2 NICs are as they were before."));
    }
  }

  @Test
  void plan_outOfDate_isMadeAgain() {
    try (Visitor member = browser.visitor()) {
      plan(member);
      show(member);
      site.connect(nodes.get(0), network);
      member.button("Apply").click();
      member.sees(member.page().getByText("is not what was planned"));
      member.button("Plan again").click();
      member.sees(member.page().getByText("Networks of 1 NIC").first());
      member.button("Discard").click();
      member.sees(member.page().getByText("discarded before anything was done"));
    }
    takeOff();
  }

  /** An administrator sees where it goes. */
  private void seesTheLines(Visitor admin) {
    assertThat(admin.page().locator("#parts h2")).hasText(site.switchName);
    admin.page().locator("#parts summary").first().click();
    admin.sees(admin.page().locator("#parts pre").first());
    admin.inspect("change-lines");
  }

  private void plan(Visitor visitor) {
    visitor.login(list(), name(), Site.PASSWORD);
    choose(visitor);
  }

  private void plan(Visitor visitor, String user) {
    visitor.login(list(), user);
    choose(visitor);
  }

  private static String list() {
    return "/nodes?project=" + site.project;
  }

  private void choose(Visitor visitor) {
    nodes.forEach(
        node -> visitor.page().locator("input[name=pick][value='%s']".formatted(node)).check());
    visitor.page().locator("#plan-all").click();
    visitor.page().locator("#plan-network").selectOption(network);
  }

  private static void show(Visitor visitor) {
    visitor.page().locator("#plan-do").click();
    visitor.page().waitForURL("**/changes/*");
  }

  private static Locator row(Visitor visitor, String node) {
    return visitor.page().locator("#parts tr[data-node='%s']".formatted(node));
  }

  private void takeOff() {
    for (String node : nodes) {
      String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
      if (site.member.get("v1/nodes/" + node).is(200).body().contains(network)) {
        site.awaitEnd(site.member.delete(path).is(202).json().getString("id"));
      }
    }
  }

  private static String name() {
    return site.member.get("v1/me").is(200).json().getString("username");
  }
}
