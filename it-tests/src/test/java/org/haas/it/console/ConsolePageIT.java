package org.haas.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.console.Machines.Machine;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.haas.spi.PowerCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The terminal in a node's page, in a real browser. */
class ConsolePageIT {
  private static final String PASTE =
      """
      terminal => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "x");
        terminal.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
      }
      """;

  private static Site site;
  private static Machines machines;
  private static Browser browser;

  @BeforeAll
  static void make() throws IOException {
    site = new Site();
    machines = new Machines(site, 3);
    browser = new Browser();
  }

  @AfterAll
  static void takeAway() throws IOException {
    browser.close();
    machines.areLetGo();
    site.close();
    machines.close();
  }

  @Test
  void terminal_ofAHeldMachine_showsItsBootTakesKeysAndIsUsableWithoutAMouse() {
    Machine machine = machines.held("physics");
    try (Visitor physics = browser.visitor();
        Terminal other = Terminal.of(site.admin, machine)) {
      physics.login("/nodes/" + machine.node(), "physics");
      Page page = physics.page();
      physics.button("Open the console").focus();
      page.keyboard().press("Enter");
      physics.sees(page.locator("#console-state", text("^connected$")));
      machines.power(machine, PowerCommand.ON);
      physics.sees(row(page, "login:"));

      other.asks("{\"type\":\"take\"}");
      physics.sees(page.locator("#console-people", text("admin has the keyboard")));
      page.keyboard().type("x");
      physics.sees(page.locator("#console-notices").getByText("was not sent").first());
      page.keyboard().press("Control+Shift+L");
      assertThat(physics.button("Take the keyboard")).isFocused();
      page.keyboard().press("Enter");
      physics.sees(page.locator("#console-people", text("you have the keyboard")));
      other.hears("physics has the keyboard now.");
      page.keyboard().type("root");
      physics.sees(row(page, "login: root"));
      other.sees("login: root");
      assertThat(machines.typed(machine)).isEqualTo("root");

      page.locator("#console-find").fill("login");
      page.locator("#console-find").press("Enter");
      physics.inspect("console");
      assertThat(
              page.request()
                  .get(page.locator("#console-log").evaluate("a => a.href").toString())
                  .text())
          .contains("| ", " * physics has the keyboard now.");
      physics.button("Send Break").click();
      other.sees("*** break ***");
    }
  }

  @Test
  void keyboard_comingWhileItsButtonHasTheFocus_leavesTheFocusAmongTheTools() {
    Machine machine = machines.held("physics");
    try (Visitor physics = browser.visitor()) {
      physics.login("/nodes/" + machine.node(), "physics");
      Page page = physics.page();
      physics.button("Open the console").click();
      physics.sees(page.locator("#console-state", text("^connected$")));
      page.keyboard().press("Control+Shift+L");
      assertThat(physics.button("Take the keyboard")).isFocused();

      page.locator(".xterm-helper-textarea").evaluate(PASTE);

      physics.sees(page.locator("#console-people", text("you have the keyboard")));
      assertThat(physics.button("Send Break")).isFocused();
    }
  }

  @Test
  void console_ofAFreeMachine_isNotOffered() {
    Machine machine = machines.free();
    try (Visitor physics = browser.visitor()) {
      physics.login("/nodes/" + machine.node(), "physics");

      assertThat(physics.page().locator("#console")).isHidden();
      assertThat(
              physics.page().request().get(Running.url() + "/console/" + machine.node()).status())
          .isEqualTo(403);
    }
  }

  private static Locator row(Page page, String pattern) {
    return page.locator(".xterm-rows > div", text(pattern)).first();
  }

  private static Page.LocatorOptions text(String pattern) {
    return new Page.LocatorOptions().setHasText(Pattern.compile(pattern));
  }
}
