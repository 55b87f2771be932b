package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.lab.Workstation;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What HaaS is for, by somebody who has a browser and nothing else. */
class ProvisioningPageIT {
  private static final String ADDRESS = "10.1.0.1";

  private static LabSite site;
  private static Browser browser;
  private static List<String> before;

  @BeforeAll
  static void prepare() {
    site = new LabSite();
    site.hypervisor();
    before = site.onTheHypervisor();
    browser = new Browser();
  }

  @AfterAll
  static void takeAway() throws IOException {
    browser.close();
    site.close();
  }

  @Test
  void machines_bootFromAHeadnodeAndAreGivenBack_byClicksOnly() {
    List<String> machines = List.of(site.node(7), site.node(9));
    String network = site.physics.project() + "-boot";
    String head = site.physics.project() + "-head";
    String key = new Workstation(site.node(1)).publicKey();
    try (Visitor member = browser.visitor()) {
      member.login("/", username(), Site.PASSWORD);
      reserve(member, machines);
      create(member, network);
      HeadnodePage headnode = HeadnodePage.make(member, head, key);
      headnode.connect(ADDRESS + "/24", network);
      headnode.start();
      headnode.knows(key);
      headnode.servesPxe(ADDRESS);
      List<MachinePage> booting =
          machines.stream().map(machine -> new MachinePage(member, machine)).toList();
      booting.forEach(machine -> machine.bootsFrom(network));
      booting.forEach(machine -> machine.installsFrom(ADDRESS));
      member.inspect("node-installs");
      shows(member, network, List.of(head, machines.get(0), machines.get(1)));
      booting.forEach(machine -> machine.isGivenBack(network));
      headnode.delete();
      delete(member, network);
      hasNothing(member);
    }
    site.assertInvariants();
    assertThat(site.onTheHypervisor()).isEqualTo(before);
    assertThat(site.leftOfTheProjects()).isEmpty();
  }

  private static String username() {
    return site.physics.api().get("v1/me").is(200).json().getString("username");
  }

  private static void reserve(Visitor member, List<String> machines) {
    member.link("See the free nodes").click();
    String common = machines.get(0).substring(0, machines.get(0).length() - 1);
    member.fill("#text", common);
    member.page().keyboard().press("Enter");
    machines.forEach(machine -> member.page().getByLabel("Select " + machine).check());
    member.button("Reserve for " + site.physics.project()).click();
    machines.forEach(machine -> member.sees(member.page().locator("#outcome").getByText(machine)));
  }

  private static void create(Visitor member, String network) {
    member.link("Networks").click();
    member.button("Create…").click();
    member.fill("#name", network);
    member.button("Create").click();
    member.sees(member.page().locator("h1").getByText(network));
  }

  private static void shows(Visitor member, String network, List<String> connected) {
    member.link("Overview").click();
    member.link(network).click();
    connected.forEach(each -> member.sees(member.page().locator("#connected").getByText(each)));
    member.inspect("network-provisioning");
  }

  private static void delete(Visitor member, String network) {
    member.link("Overview").click();
    member.link(network).click();
    member.button("Delete…").click();
    member.button("Delete").click();
    member.page().waitForURL(Running.url() + "/networks");
  }

  private static void hasNothing(Visitor member) {
    member.link("Overview").click();
    member.sees(member.page().getByText("Reserve your first machine"));
    member.sees(member.page().getByText("No headnode yet"));
    member.sees(member.page().getByText("Nothing needs you"));
    member.sees(member.page().locator("#running-count").getByText("nothing running"));
  }
}
