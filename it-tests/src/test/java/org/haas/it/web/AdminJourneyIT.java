package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The administrator's job in a browser: a site is imported, a NIC cabled and seen connected. */
class AdminJourneyIT {
  private static final String INVENTORY = "/admin/inventory";
  private static final String PORT = "gi1/0/299";

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
  void journey_ofAnAdministrator_importsCablesAndSeesItConnected() {
    String node = site.freshName("rack");
    try (Visitor admin = browser.visitor()) {
      admin.login(INVENTORY + "/import", "admin");
      isRefusedWithItsPlace(admin);
      importSite(admin, node);
      cable(admin, node);
      seesItConnected(admin, node);
      looksAround(admin, node);
      takesAway(admin, node);
    }
  }

  private static void isRefusedWithItsPlace(Visitor admin) {
    admin.inspect("import");
    admin.fill("#text", "{\n \"nodes\": [}");
    admin.button("Show the difference").click();
    admin.sees(admin.page().getByText("not valid JSON, or has a name twice: line 2"));
    assertThat(admin.page().locator("#text")).hasValue("{\n \"nodes\": [}");
  }

  /** First by text, looked at and left; then by file, looked at and applied. */
  private static void importSite(Visitor admin, String node) {
    admin.fill("#text", document(node));
    admin.button("Show the difference").click();
    sees(admin, "add port " + PORT + " to switch " + site.switchName);
    sees(admin, "add node " + node);
    sees(admin, "add NIC eth0 to node " + node);
    admin.inspect("import-difference");
    site.admin.get("v1/nodes/" + node).is(404);
    admin.page().getByText("Do not apply").click();
    admin
        .page()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "site.json", "application/json", document(node).getBytes(StandardCharsets.UTF_8)));
    admin.button("Show the difference").click();
    sees(admin, "add node " + node);
    site.admin.get("v1/nodes/" + node).is(404);
    admin.button("Apply these changes").click();
    admin.sees(admin.page().getByText("What was changed"));
    site.admin.get("v1/nodes/" + node).is(200);
    admin.inspect("import-applied");
  }

  private static void sees(Visitor admin, String change) {
    admin.sees(admin.page().locator(".changes").getByText(change));
  }

  private static String document(String node) {
    return Json.createObjectBuilder()
        .add(
            "switches",
            Json.createArrayBuilder()
                .add(
                    site.switchDocument()
                        .add(
                            "ports",
                            Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("name", PORT)))))
        .add(
            "nodes",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("name", node)
                        .add(
                            "nics",
                            Json.createArrayBuilder()
                                .add(
                                    Json.createObjectBuilder()
                                        .add("name", "eth0")
                                        .add("mac", "52:54:00:aa:00:01")))))
        .build()
        .toString();
  }

  private static void cable(Visitor admin, String node) {
    admin.open(INVENTORY + "/nodes?text=" + node);
    admin.sees(admin.page().getByText("no cable"));
    admin.inspect("inventory-nodes");
    admin.open(INVENTORY + "/nodes/" + node);
    admin.button("Cable… eth0").click();
    admin.page().locator("#cable-switch").selectOption(site.switchName);
    assertThat(admin.page().locator("#cable-port option[value='" + PORT + "']")).hasCount(1);
    admin.page().locator("#cable-port").selectOption(PORT);
    admin.inspect("cable");
    admin.button("Record").click();
    admin.sees(nic(admin, "eth0").getByText(site.switchName + " " + PORT));
    admin.sees(admin.button("Remove cable eth0"));
    admin.inspect("inventory-node");
  }

  private static Locator nic(Visitor admin, String nic) {
    return admin.page().locator("tr[data-nic='" + nic + "']");
  }

  /** A tenant connects it meanwhile; the administrator's page shows it without being loaded. */
  private static void seesItConnected(Visitor admin, String node) {
    admin.open(INVENTORY + "/switches/" + site.switchName);
    Locator port = admin.page().locator("tr[data-port='" + PORT + "']");
    admin.sees(port.getByText(node));
    admin.sees(port.getByText("parked"));
    String network = site.network();
    site.admin
        .put(
            "v1/nodes/%s/reservation".formatted(node),
            "{\"project\":\"%s\"}".formatted(site.project))
        .is(200);
    site.connect(node, network);
    admin.sees(port.getByText("native "));
    admin.inspect("inventory-switch");
    admin.button("Remove cable " + PORT).click();
    admin.sees(admin.page().getByText("Node " + node));
    detach(node, network);
    admin.sees(port.getByText("parked"));
  }

  private static void detach(String node, String network) {
    String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    site.awaitEnd(site.admin.delete(path).is(202).json().getString("id"));
    site.admin.delete("v1/nodes/%s/reservation".formatted(node)).is(200);
  }

  private static void looksAround(Visitor admin, String node) {
    admin.open(INVENTORY);
    admin.sees(admin.page().locator("#switches").getByText(site.switchName));
    admin.inspect("inventory");
    admin.button("Add switch…").click();
    admin.sees(admin.page().locator("#switch-name"));
    admin.button("Record").click();
    admin.sees(admin.page().locator("#new-switch-messages").getByText("A name has 1 to 63"));
    admin.inspect("switch-add");
    admin.open("/admin/health");
    admin.sees(admin.page().locator("#health-switches").getByText(site.switchName));
    admin.sees(admin.page().locator("#health-queues").getByText(site.switchName));
    admin.inspect("health");
    admin.open("/admin/audit?target=" + node);
    admin.sees(admin.page().locator("#events").getByText("nic.connect"));
    admin.inspect("audit");
    admin.open("/admin/audit?actor=nobody-of-that-name");
    admin.sees(admin.page().getByText("No event matches"));
    admin.inspect("audit-nothing");
  }

  private static void takesAway(Visitor admin, String node) {
    admin.open(INVENTORY + "/nodes/" + node);
    admin.button("Remove cable eth0").click();
    admin.sees(nic(admin, "eth0").getByText("no cable"));
    admin.button("Remove eth0").click();
    assertThat(nic(admin, "eth0")).hasCount(0);
    admin.button("Remove…").click();
    admin.button("Remove").click();
    admin.page().waitForURL(Running.url() + INVENTORY + "/nodes");
    site.admin.get("v1/nodes/" + node).is(404);
    admin.open(INVENTORY + "/switches/" + site.switchName);
    admin.button("Remove " + PORT).click();
    assertThat(admin.page().locator("tr[data-port='" + PORT + "']")).hasCount(0);
  }

  @Test
  void import_changedMeanwhile_isNotApplied() {
    String node = site.freshName("late");
    try (Visitor admin = browser.visitor()) {
      admin.login(INVENTORY + "/import", "admin");
      admin.fill("#text", "{\"nodes\": [{\"name\": \"%s\"}]}".formatted(node));
      admin.button("Show the difference").click();
      sees(admin, "add node " + node);
      site.admin.post("v1/nodes", "{\"name\":\"%s\"}".formatted(node)).is(201);

      admin.button("Apply these changes").click();

      admin.sees(admin.page().getByText("The inventory was changed since"));
      assertThat(admin.button("Apply these changes")).hasCount(0);
    } finally {
      site.admin.delete("v1/nodes/" + node).is(204);
    }
  }

  @Test
  void pages_ofAdministrators_areRefusedToOthers() {
    String node = site.bareNode();
    try (Visitor physics = browser.visitor()) {
      physics.login("/nodes", "physics");
      for (String path :
          List.of(
              INVENTORY,
              INVENTORY + "/nodes",
              INVENTORY + "/nodes/" + node,
              INVENTORY + "/import",
              INVENTORY + "/switches/" + site.switchName,
              "/admin/health",
              "/admin/maintenance",
              "/admin/audit")) {
        assertThat(physics.open(path).status()).as(path).isEqualTo(403);
      }
    }
  }

  @Test
  void document_fromAnotherSiteOrPerson_isRefused() {
    try (Visitor admin = browser.visitor();
        Visitor physics = browser.visitor()) {
      admin.login("/nodes", "admin");
      physics.login("/nodes", "physics");
      assertThat(send(admin, "https://evil.example")).isEqualTo(403);
      assertThat(send(physics, Running.url().toString())).isEqualTo(403);
      assertThat(send(admin, Running.url().toString())).isEqualTo(200);
    }
  }

  private static int send(Visitor visitor, String origin) {
    return visitor
        .page()
        .request()
        .post(
            Running.url() + INVENTORY + "/document",
            RequestOptions.create()
                .setHeader("Origin", origin)
                .setMultipart(FormData.create().set("text", "{}")))
        .status();
  }
}
