package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.haas.it.Site;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A health page that was left open shows what somebody changes by hand, while it is so. */
class DriftPageIT {
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
  void health_portChangedByHand_isShownLiveUntilItIsRight() {
    String node = site.heldNode();
    String network = site.network();
    site.connect(node, network);
    PortName port = port(node);
    try (Visitor admin = browser.visitor()) {
      admin.login("/admin/health", "admin");
      admin.sees(admin.page().locator("#health-switches"));
      admin.page().evaluate("window.leftOpen = true");
      PortConfig before;
      try (Hand hand = new Hand(site)) {
        before = hand.set(port, PortConfig.PARKED);
      }
      DriftIT.timeToLook(site.switchName);
      Locator row =
          admin
              .page()
              .locator("#health-drift tr")
              .filter(new Locator.FilterOptions().setHasText(site.switchName));
      admin.sees(row);
      assertThat(row.innerText())
          .contains(node, network, port.value())
          .contains("port %s is 'parked', not '%s'".formatted(port, before));
      admin.inspect("health-drift");
      try (Hand hand = new Hand(site)) {
        hand.set(port, before);
      }
      DriftIT.timeToLook(site.switchName);
      row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(admin.page().evaluate("window.leftOpen")).as("not loaded again").isEqualTo(true);
    }
  }

  private static PortName port(String node) {
    JsonObject nic =
        site.admin.get("v1/nodes/" + node).is(200).json().getJsonArray("nics").getJsonObject(0);
    return new PortName(nic.getString("port"));
  }
}
