package org.haas.it.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.haas.it.web.Visitor;

/** The serial console in the page of a node or a headnode. */
final class ConsolePanel {
  /** Two that boot at once, each a processor's work in software, on a busy machine. */
  private static final double LONGEST_START_MILLIS = 120_000;

  /** Much longer than a terminal takes to answer its machine. */
  private static final double ANSWER_MILLIS = 700;

  private final Visitor reader;

  ConsolePanel(Visitor reader) {
    this.reader = reader;
  }

  /** Returns when the machine's line is there. */
  void open() {
    ask();
    isConnected();
  }

  /** Asks for it, also while the machine is not there. */
  void ask() {
    reader.button("Open the console").click();
    reader.sees(reader.page().locator("#console .console-screen"));
  }

  /** Waits for the machine's line. */
  void isConnected() {
    reader.sees(reader.page().locator("#console-state[data-kind=ok]"));
  }

  /** Looks at it until it stands there; what nobody looks at is not drawn. */
  void shows(String words) {
    Locator screen = reader.page().locator("#console .console-screen");
    screen.scrollIntoViewIfNeeded();
    assertThat(screen)
        .containsText(
            words, new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST_START_MILLIS));
  }

  /** The machine asked for the cursor's place, and nobody who only looks has answered. */
  void isLeftAlone() {
    shows("/ #");
    reader.page().waitForTimeout(ANSWER_MILLIS);
    reader.sees(reader.page().locator("#console-people").getByText("nobody has the keyboard"));
  }

  /** Types a line at the machine. */
  void types(String line) {
    reader.page().locator(".xterm-helper-textarea").focus();
    reader.page().keyboard().type(line + "\n");
  }
}
