package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, typed word by word into a terminal, which must then show what it says. */
class JourneyIT {
  private static final Path TUTORIAL = Path.of("../docs/tutorial.md");
  private static final Path PROGRAMS = Path.of("../haas-cli/target").toAbsolutePath().normalize();
  private static final Path KEPT = Path.of("target/tutorial-screen.txt");
  private static final Duration PATIENCE = Duration.ofSeconds(75);
  private static final Duration A_WHILE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final Pattern INVITATION = Pattern.compile("(?m)^Open (\\S+) and");
  private static final String GREEN_DONE = "\u001b[32mDONE";

  @TempDir private Path home;
  private final StringBuilder kept = new StringBuilder();
  private final Wording wording = Wording.ofTheTutorial();
  private final Api admin = Api.of("admin");
  private LabSite site;
  private TerminalWindow window;

  @BeforeEach
  void open() {
    site = new LabSite();
    site.hypervisor();
    clear();
    window = new TerminalWindow(home, PROGRAMS);
  }

  @AfterEach
  void close() throws IOException {
    Files.writeString(KEPT, kept);
    window.close();
    clear();
    site.close();
  }

  /** Takes away what the tutorial makes and a run that failed has left. */
  private void clear() {
    Answer headnode = admin.delete("v1/headnodes/head");
    assertThat(headnode.status()).isIn(202, 404);
    Site.until(() -> admin.get("v1/headnodes/head"), answer -> answer.status() == 404);
    site.clear();
    for (String network : List.of("boot", "office")) {
      assertThat(admin.delete("v1/networks/" + network).status()).isIn(204, 404);
    }
  }

  @Test
  void tutorial_typedIntoATerminal_showsWhatItSays() {
    List<String> before = site.onTheHypervisor();
    List<Transcript.Step> steps = Transcript.of(TUTORIAL).steps();
    assertThat(steps).hasSizeGreaterThan(20);
    boolean coloured = false;
    for (int i = 0; i < steps.size(); i++) {
      String next = i + 1 < steps.size() ? steps.get(i + 1).prompt() : "$";
      perform(steps.get(i), next);
      coloured |= window.coloured().contains(GREEN_DONE);
    }
    assertThat(coloured).as("an operation that is DONE is green").isTrue();
    site.assertInvariants();
    assertThat(site.onTheHypervisor()).isEqualTo(before);
  }

  private void perform(Transcript.Step step, String next) {
    if (step.prompt().equals("$")) {
      window.clear();
      until(this::isEmpty, "a prompt before " + step.line());
    }
    window.types(wording.here(step.typed()));
    if (!step.leaves()) {
      until(() -> last().equals(wording.here(step.line())), "what was typed: " + step.line());
      window.enters();
    }
    if (step.typed().equals("haas login")) {
      confirm();
    }
    if (step.prompt().equals("$") && next.endsWith("#") && !isTrueIn(A_WHILE, () -> ended(next))) {
      window.enters(); // as the tutorial says
    }
    String wanted = wording.masked(String.join("\n", step.seen()) + "\n");
    Transcript.Step masked =
        new Transcript.Step(step.prompt(), step.typed(), wanted.strip().lines().toList());
    boolean found = isTrueSoon(() -> ended(next) && masked.isSeenIn(seen(step, next)));
    kept.append(wording.asWritten(String.join("\n", window.lines()))).append("\n\n");
    if (!found) {
      assertThat(seen(step, next)).as("docs/tutorial.md after %s", step.line()).isEqualTo(wanted);
      throw new AssertionError("No prompt after " + step.line() + ": " + window.lines());
    }
  }

  private boolean isEmpty() {
    window.forget();
    return window.lines().equals(List.of("$"));
  }

  private boolean ended(String prompt) {
    return prompt.isEmpty() || last().equals(prompt);
  }

  private String last() {
    List<String> lines = window.lines();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** What came after that was typed, up to the next prompt. */
  private String seen(Transcript.Step step, String next) {
    List<String> lines = window.lines();
    int typed = lines.lastIndexOf(wording.here(step.line()));
    int end = ended(next) && !next.isEmpty() ? lines.size() - 1 : lines.size();
    String text = String.join("\n", lines.subList(Math.min(typed + 1, end), end));
    return text.isEmpty() ? "" : wording.masked(text + "\n");
  }

  private void confirm() {
    until(() -> INVITATION.matcher(text()).find(), "an address to log in at");
    Matcher invitation = INVITATION.matcher(text());
    assertThat(invitation.find()).isTrue();
    try (Browser browser = new Browser();
        Visitor visitor = browser.visitor()) {
      Page page = visitor.page();
      page.navigate(invitation.group(1));
      page.locator("#username").fill("physics");
      page.locator("#password").fill(Running.password("physics"));
      page.locator("#kc-login").click();
      page.locator("[name=accept]").click();
      page.waitForURL("**/device/status**");
    }
  }

  private String text() {
    return String.join("\n", window.lines());
  }

  private void until(BooleanSupplier state, String what) {
    if (!isTrueSoon(state)) {
      throw new AssertionError("The window never showed " + what + ": " + window.lines());
    }
  }

  private static boolean isTrueSoon(BooleanSupplier state) {
    return isTrueIn(PATIENCE, state);
  }

  private static boolean isTrueIn(Duration patience, BooleanSupplier state) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
