package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A switch that refuses: who asked is told, with its words and what to do, on pages left open. */
class TroubleIT {
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
  void refusal_ofTheSwitch_isToldLiveUntilItIsAnswered() {
    String node = site.heldNode();
    String network = site.network();
    String member = site.member.get("v1/me").is(200).json().getString("username");
    try (SimSwitchAdmin hardware = site.look();
        Visitor overview = browser.visitor();
        Visitor activity = browser.visitor()) {
      overview.login("/", member, Site.PASSWORD);
      overview.sees(overview.page().getByText("Nothing needs you"));
      activity.login("/activity", member, Site.PASSWORD);
      activity.sees(activity.page().getByText("Nothing was asked of the switches yet"));
      activity.inspect("activity-empty");

      hardware.refuse(new Label(site.switchName), port(node));
      String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
      site.member.put(path, "{}").is(202);
      activity.sees(activity.page().getByText("HaaS tries again by itself"));
      overview.sees(overview.page().getByText("This needs you"));
      hardware.reset(new Label(site.switchName));
      overview.sees(overview.page().getByText("Connect it again"));
      overview.inspect("overview-trouble");
      activity.open("/activity?show=failed");
      activity.sees(activity.page().locator("#operations .said"));
      activity.inspect("activity-failed");

      overview.sees(overview.page().locator("#held").getByText("none"));
      site.connect(node, network);
      overview.sees(overview.page().getByText("Nothing needs you"));
      overview.sees(overview.page().locator("#held").getByText(network));
      overview.inspect("overview");
      activity.open("/activity");
      assertThat(activity.page().locator("#operations tr[data-state=DONE]")).not().hasCount(0);
      activity.inspect("activity");
    }
  }

  private static PortName port(String node) {
    JsonObject nic =
        site.admin.get("v1/nodes/" + node).is(200).json().getJsonArray("nics").getJsonObject(0);
    return new PortName(nic.getString("port"));
  }
}
