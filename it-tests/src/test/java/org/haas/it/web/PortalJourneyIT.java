package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job in a browser: reserve two machines and put them on a network of one's own. */
class PortalJourneyIT {
  /** Per line of the switch: the answer to the click cannot know the end yet. */
  private static final Duration UNHURRIED = Duration.ofMillis(400);

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
  void journey_ofPhysics_isDoneWithoutReloadingAndUnseenByBiology() {
    List<String> nodes = List.of(site.cabledNode(), site.cabledNode());
    String network = site.freshName("lab");
    try (Visitor physics = browser.visitor();
        Visitor biology = browser.visitor()) {
      physics.login("/nodes", "physics");
      biology.login("/nodes", "biology");
      nodes.forEach(node -> reserve(physics, node));
      create(physics, network);
      nodes.forEach(node -> connect(physics, node, network));

      seesNothing(biology, nodes, network);

      nodes.forEach(node -> giveBack(physics, node, network));
      delete(physics, network);
    }
  }

  private static void reserve(Visitor visitor, String node) {
    visitor.open("/nodes?text=" + node);
    visitor.inspect("nodes");
    visitor.button("Reserve " + node).click();
    visitor.sees(visitor.button("Release… " + node));
  }

  private static void create(Visitor visitor, String network) {
    visitor.open("/networks");
    visitor.button("Create…").click();
    visitor.fill("#name", "not a name");
    visitor.button("Create").click();
    visitor.sees(visitor.page().getByText("A name has 1 to 63 letters"));
    visitor.inspect("network-create");
    visitor.fill("#name", network);
    visitor.button("Create").click();
    visitor.page().waitForURL(Running.url() + "/networks/" + network);
  }

  private static void connect(Visitor visitor, String node, String network) {
    visitor.open("/nodes/" + node);
    visitor.button("Connect… eth0").click();
    visitor.page().locator("#network").selectOption(network);
    visitor.inspect("node-connect");
    try (SimSwitchAdmin simulator = site.look()) {
      simulator.delay(new Label(site.switchName), UNHURRIED);
      visitor.button("Connect").click();
      visitor.sees(visitor.button("Connect… eth0").and(visitor.page().locator(":disabled")));
      simulator.delay(new Label(site.switchName), Duration.ZERO);
    }
    visitor.sees(visitor.newestOperation().getByText("done"));
    visitor.sees(visitor.button("Detach " + network + " eth0"));
    visitor.inspect("node");
    visitor.open("/networks/" + network);
    visitor.sees(visitor.page().locator("#connected").getByText(node));
    visitor.inspect("network");
    visitor.open("/networks?text=" + network);
    visitor.inspect("networks");
  }

  private static void seesNothing(Visitor visitor, List<String> nodes, String network) {
    for (String node : nodes) {
      visitor.open("/nodes?text=" + node);
      visitor.sees(visitor.page().getByText("No node matches"));
      assertThat(visitor.button("Reserve " + node)).hasCount(0);
      assertThat(visitor.open("/nodes/" + node).status()).isEqualTo(404);
    }
    assertThat(visitor.open("/networks/" + network).status()).isEqualTo(404);
    visitor.inspect("not-found");
    visitor.open("/networks?text=" + network);
    visitor.sees(visitor.page().getByText("No network matches"));
  }

  private static void giveBack(Visitor visitor, String node, String network) {
    visitor.open("/nodes/" + node);
    visitor.button("Release…").click();
    visitor.button("Release").click();
    visitor.sees(visitor.page().getByText("detach its NICs first"));
    visitor.button("Detach " + network + " eth0").click();
    visitor.sees(visitor.newestOperation().getByText("free vlan/native of eth0"));
    visitor.sees(visitor.newestOperation().getByText("done"));
    visitor.sees(visitor.page().getByText("parked"));
    visitor.button("Release…").click();
    visitor.button("Release").click();
    visitor.sees(visitor.button("Reserve for physics"));
  }

  private static void delete(Visitor visitor, String network) {
    visitor.open("/networks/" + network);
    visitor.button("Delete…").click();
    visitor.button("Delete").click();
    visitor.page().waitForURL(Running.url() + "/networks");
    visitor.open("/networks/" + network);
    visitor.sees(
        visitor
            .page()
            .getByRole(
                AriaRole.HEADING,
                new com.microsoft.playwright.Page.GetByRoleOptions()
                    .setName("There is no such page")));
  }

  @Test
  void logout_byTheButton_endsTheSessionAtKeycloakToo() {
    try (Visitor physics = browser.visitor()) {
      physics.login("/nodes?page=1", "physics");
      physics.page().locator("summary:has(.who)").click();
      physics.button("Sign out").click();
      physics.page().waitForURL(Running.url() + "/signed-out");
      physics.inspect("signed-out");

      physics.open("/nodes");

      assertThat(physics.page().locator("#kc-login")).isVisible();
    }
  }

  @Test
  void network_sharedAndWithdrawn_comesAndGoesForTheOther() {
    String network = site.freshName("shared");
    try (Visitor physics = browser.visitor();
        Visitor biology = browser.visitor()) {
      physics.login("/networks", "physics");
      create(physics, network);
      physics.fill("#grantee", "biology");
      physics.button("Share").click();
      physics.sees(physics.button("Revoke biology"));

      biology.login("/networks/" + network, "biology");
      assertThat(biology.button("Delete…")).hasCount(0);
      physics.button("Revoke biology").click();
      assertThat(physics.button("Revoke biology")).hasCount(0);

      assertThat(biology.open("/networks/" + network).status()).isEqualTo(404);
      delete(physics, network);
    }
  }
}
