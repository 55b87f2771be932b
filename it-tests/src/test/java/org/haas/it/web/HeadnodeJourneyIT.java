package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A headnode at the portal, from its first form to its end. */
class HeadnodeJourneyIT {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGhhYXMtdGVzdC1rZXktbm9ib2R5LWhhcy1pdHM= me@laptop";

  private static final String HYPERVISORS = "/admin/inventory/hypervisors";

  private static Site site;
  private static Browser browser;
  private static SimHostAdmin hosts;

  @BeforeAll
  static void begin() {
    site = new Site();
    site.hypervisors();
    hosts = site.lookAtHosts();
    browser = new Browser();
  }

  @AfterAll
  static void end() throws IOException {
    browser.close();
    hosts.close();
    site.close();
  }

  @Test
  void journey_ofAMember_makesConnectsStopsAndDeletesWithoutReloading() {
    String name = site.freshName("pxe");
    String network = site.network();
    try (Visitor member = browser.visitor()) {
      member.login("/headnodes", member(), Site.PASSWORD);
      member.sees(member.page().getByText("No headnode yet"));
      member.inspect("headnodes-none", Visitor.WIDE);
      isRefusedBesideTheField(member, name);
      create(member, name);
      useConsole(member, name);
      openScreen(member, name);
      connect(member, name, network);
      stopAndStart(member, name);
      isListed(member, name, network);
      delete(member, name);
    }
    site.admin.delete("v1/networks/" + network).is(204);
  }

  private static String member() {
    return site.member.get("v1/me").is(200).json().getString("username");
  }

  private static void isRefusedBesideTheField(Visitor member, String name) {
    member.button("Create your first headnode…").click();
    member.sees(member.page().getByText(site.project + " may still have"));
    member.fill("#name", name);
    member.fill("#keys", "ssh-rsa nothing");
    member.button("Create").click();
    member.sees(member.page().locator("#new-headnode-keys").getByText("A public SSH key is"));
    assertThat(member.page().locator("#keys")).isFocused();
    member.inspect("headnode-create");
    member.fill("#cpus", "many");
    member.button("Create").click();
    member.sees(member.page().locator("#new-headnode-cpus").getByText("whole number"));
    assertThat(member.page().locator("#new-headnode-keys")).isEmpty();
    assertThat(member.page().locator("#name")).hasValue(name);
  }

  /** Every host refuses to define it at first: the step is seen to fail and to be done again. */
  private static void create(Visitor member, String name) {
    Site.HOSTS.forEach(host -> hosts.refuse(host, "define"));
    member.page().locator("#image").selectOption("tiny");
    member.fill("#cpus", "1");
    member.fill("#memory", "512");
    member.fill("#keys", KEY);
    member.button("Create").click();
    member.page().waitForURL(Running.url() + "/headnodes/" + name);
    member.sees(step(member, "define", "ERROR"));
    member.sees(step(member, "disk", "DONE"));
    assertThat(member.page().locator("h1 .state")).hasText("being made");
    member.inspect("headnode-making");
    Site.HOSTS.forEach(hosts::reset);
    member.sees(step(member, "up", "DONE"));
    assertThat(member.page().locator("h1 .state")).hasText("running");
  }

  private static Locator step(Visitor member, String name, String state) {
    return member
        .page()
        .locator("#progress .station[data-step=%s][data-state=%s]".formatted(name, state));
  }

  private static void useConsole(Visitor member, String name) {
    member.button("Open the console").click();
    assertThat(member.page().locator("#console-state")).hasText("connected");
    assertThat(member.page().locator("#console .console-screen")).containsText("login:");
    member.page().locator(".xterm-helper-textarea").focus();
    member.page().keyboard().type("root");
    Site.until(() -> site.member.get("v1/me"), answer -> typed(name).contains("root"));
    member.page().keyboard().press("Control+Shift+L");
    assertThat(member.page().locator("#console-break")).isFocused();
  }

  /** As far as a simulated machine has a screen: both ends greet one another. */
  private static void openScreen(Visitor member, String name) {
    List<String> sent = new CopyOnWriteArrayList<>();
    WebSocket screen =
        member
            .page()
            .waitForWebSocket(
                () -> {
                  member
                      .page()
                      .onWebSocket(
                          opened ->
                              opened.onFrameSent(
                                  frame -> sent.add(new String(frame.binary(), US_ASCII))));
                  member.button("Open the screen").click();
                });
    assertThat(screen.url()).endsWith("/api/v1/headnodes/%s/screen/ws".formatted(name));
    member.page().waitForCondition(() -> sent.contains("RFB 003.008\n"));
    member.sees(member.page().locator("#screen .screen-picture"));
    member.page().locator("#screen-close").click();
    assertThat(member.page().locator("#screen-open")).isFocused();
  }

  private static String typed(String name) {
    VmId id = id(name);
    return new String(hosts.keys(host(id), id), US_ASCII);
  }

  private static void connect(Visitor member, String name, String network) {
    member.button("Add a NIC…").click();
    member.fill("#nic-address", "10.1.0.1");
    member.button("Add").click();
    assertThat(member.page().locator("#new-nic-address")).containsText("/");
    member.inspect("headnode-nic", Visitor.NARROW);
    member.fill("#nic-address", "10.1.0.1/24");
    member.button("Add").click();
    member.button("Connect… eth0").click();
    member.page().locator("#network").selectOption(network);
    member.button("Connect").click();
    member.sees(member.page().locator("tr[data-nic=eth0][data-settled=true]").getByText(network));
    assertThat(vlans(name)).containsExactly(vlan(network));
    member.inspect("headnode");
  }

  private static void stopAndStart(Visitor member, String name) {
    member.button("Stop at once…").click();
    member.sees(member.page().getByText("What is not saved is lost."));
    member.button("Do it").click();
    assertThat(member.page().locator("h1 .state")).hasText("stopped");
    member.button("Start").click();
    assertThat(member.page().locator("h1 .state")).hasText("running");
    member.sees(step(member, "up", "DONE"));
    member.button("Detach eth0").click();
    member.sees(member.button("Connect… eth0").and(member.page().locator(":enabled")));
    assertThat(vlans(name)).isEmpty();
  }

  private static void isListed(Visitor member, String name, String network) {
    member.open("/headnodes?show=running");
    member.sees(member.page().locator("#table").getByText(name));
    member.inspect("headnodes");
    member.open("/headnodes?show=stopped");
    member.sees(member.page().getByText("No headnode matches"));
    member.open("/");
    member.sees(member.page().locator("#my-headnodes").getByText(name));
    member.inspect("overview-headnodes", Visitor.WIDE);
    member.open("/activity?headnode=" + name);
    member.sees(member.page().locator("#operations .station[data-step=seed]").first());
    member.sees(member.page().locator("#operations").getByText(network).first());
    member.inspect("activity-headnodes");
  }

  private static void delete(Visitor member, String name) {
    member.open("/");
    member.fill("#find", name);
    member.page().locator("#found [role=option]").first().click();
    member.page().waitForURL(Running.url() + "/headnodes/" + name);
    member.button("Delete…").click();
    member.fill("#typed", "something else");
    member.button("Delete").click();
    assertThat(member.page().locator("#delete-messages")).containsText(name);
    member.inspect("headnode-delete", Visitor.NARROW);
    member.fill("#typed", name);
    member.button("Delete").click();
    member.page().waitForURL(Running.url() + "/headnodes");
    site.member.get("v1/headnodes/" + name).is(404);
  }

  @Test
  void journey_ofAnAdministrator_enrolsAHostAndSetsLimits() {
    String name = site.freshName("rack");
    Label known = new Label(Site.HOSTS.get(1).value());
    try (Visitor admin = browser.visitor()) {
      admin.login(HYPERVISORS, "admin");
      admin.sees(admin.page().locator("#hypervisors").getByText(site.host(known)));
      admin.inspect("hypervisors");
      enrol(admin, name, known);
      admin.open("/admin/health");
      admin.sees(admin.page().locator("#hypervisors").getByText(name));
      limit(admin);
      admin.open(HYPERVISORS + "/" + name);
      admin.button("Remove…").click();
      admin.button("Remove").click();
      admin.page().waitForURL(Running.url() + HYPERVISORS);
      site.admin.get("v1/hypervisors/" + name).is(404);
    }
  }

  private static void enrol(Visitor admin, String name, Label host) {
    JsonObject document = document(site.hypervisorJson(name, host));
    admin.button("Add hypervisor…").click();
    admin.fill("#host-name", name);
    admin.page().locator("#host-type").selectOption("sim");
    admin.fill("#host-address", document.getString("address"));
    admin.fill("#host-user", document.getString("username"));
    admin.fill("#host-password", document.getString("password"));
    admin.fill("#host-settings", "no-such=thing");
    admin.button("Record").click();
    assertThat(admin.page().locator("#new-host-settings")).containsText("no setting");
    admin.inspect("hypervisor-add");
    admin.fill("#host-password", document.getString("password"));
    admin.fill("#host-settings", "hypervisor=" + host);
    admin.button("Record").click();
    admin.page().waitForURL(Running.url() + HYPERVISORS + "/" + name);
    admin.sees(admin.page().locator("h1").getByText("answers"));
    admin.sees(admin.page().locator("#images").getByText("tiny"));
    admin.inspect("hypervisor");
  }

  private static void limit(Visitor admin) {
    admin.open("/projects/" + site.otherProject);
    admin.button("Change…").click();
    admin.fill("#limit-cpus", "-1");
    admin.button("Set limits").click();
    assertThat(admin.page().locator("#new-limits-cpus")).containsText("whole number");
    admin.inspect("project-limits", Visitor.NARROW);
    admin.fill("#limit-cpus", "7");
    admin.button("Set limits").click();
    assertThat(admin.page().locator("#limits")).containsText("0 of 7 used");
    admin.inspect("project-headnodes", Visitor.WIDE);
  }

  private static JsonObject document(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  @Test
  void headnode_ofSomebodyElse_isNotThere() {
    String name = site.headnode();
    try (Visitor biology = browser.visitor()) {
      biology.login("/headnodes?text=" + name, "biology");
      biology.sees(biology.page().getByText("No headnode matches"));
      assertThat(biology.open("/headnodes/" + name).status()).isEqualTo(404);
      assertThat(biology.open(HYPERVISORS).status()).isEqualTo(403);
      assertThat(biology.open(HYPERVISORS + "/" + site.host(Site.HOSTS.get(0))).status())
          .isEqualTo(403);
    }
  }

  @Test
  void network_ofTwoProjects_showsToEachItsOwnHeadnodesOnly() {
    String network = site.grantedNetwork();
    String headnode = site.headnode();
    String plug = "v1/headnodes/%s/nics/eth0/network".formatted(headnode);
    site.awaitEnd(
        site.member
            .put(plug, "{\"network\":\"%s\"}".formatted(network))
            .is(202)
            .json()
            .getString("id"));
    try (Visitor member = browser.visitor();
        Visitor outsider = browser.visitor()) {
      member.login("/networks/" + network, member(), Site.PASSWORD);
      member.sees(member.page().locator("#connected [data-headnode=%s]".formatted(headnode)));
      String other = site.outsider.get("v1/me").is(200).json().getString("username");
      outsider.login("/networks/" + network, other, Site.PASSWORD);
      outsider.sees(outsider.page().getByText("Nothing of yours is connected"));
      assertThat(outsider.page().getByText(headnode)).hasCount(0);
      outsider.inspect("network-nothing", Visitor.WIDE);
    }
  }

  private static int vlan(String network) {
    return site.member.get("v1/networks/" + network).is(200).json().getInt("vlan");
  }

  private static List<Integer> vlans(String name) {
    VmId id = id(name);
    return hosts.nics(host(id), id).stream()
        .map(VmNic::vlan)
        .flatMap(Optional::stream)
        .map(vlan -> vlan.value())
        .toList();
  }

  private static VmId id(String name) {
    return VmId.parse(site.member.get("v1/headnodes/" + name).is(200).json().getString("id"));
  }

  private static Label host(VmId id) {
    return Site.HOSTS.stream()
        .filter(host -> String.join("\n", hosts.vms(host)).contains(id.toString()))
        .findFirst()
        .orElseThrow();
  }
}
