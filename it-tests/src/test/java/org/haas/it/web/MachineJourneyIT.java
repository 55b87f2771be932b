package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.haas.it.Site;
import org.haas.it.machines.MachineSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine of the lab at the portal: its power, its boot device, and its console to type at. */
class MachineJourneyIT {
  private static MachineSite machines;
  private static Browser browser;

  @BeforeAll
  static void begin() {
    machines = new MachineSite();
    browser = new Browser();
  }

  @AfterAll
  static void end() throws IOException {
    browser.close();
    machines.close();
  }

  @Test
  void machine_onTypeCycleNetworkOff_isSeenInTheTerminal() {
    String node = machines.first.name;
    String member = machines.site.member.get("v1/me").is(200).json().getString("username");
    try (Visitor visitor = browser.visitor()) {
      visitor.login("/nodes/" + node, member, Site.PASSWORD);
      visitor.button("Open the console").click();
      shows(visitor.page().locator("#console-state"), "connected");
      visitor.button("Switch on").click();
      Locator screen = visitor.page().locator(".console-screen");
      shows(screen, "This is %s. It repeats what you type.".formatted(node));

      visitor.page().locator(".xterm-helper-textarea").focus();
      visitor.page().keyboard().type("Good morning");
      shows(screen, "Good morning");

      visitor.page().locator("#boot-device").selectOption("pxe");
      visitor.page().locator("#boot-do").click();
      visitor.button("Power cycle…").click();
      visitor.button("Do it").click();
      shows(screen, "iPXE");

      visitor.button("Switch off…").click();
      visitor.button("Do it").click();
      machines.first.isSeen("OFF");
    }
  }

  private static void shows(Locator place, String text) {
    assertThat(place).containsText(text);
  }
}
