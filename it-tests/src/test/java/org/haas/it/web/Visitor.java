package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.haas.it.Running;

/** Somebody at the portal. Collects what the browser complains about. */
public final class Visitor implements AutoCloseable {
  /** An open dialog, or the page: what a dialog covers cannot be read or used. */
  private static final String IN_FRONT =
      "[...document.querySelectorAll('.ui-dialog')].find("
          + "each => getComputedStyle(each).display !== 'none') || document";

  /** It has the keyboard, or had it and refused something since. */
  private static final String IS_READY =
      "field => { const dialog = document.querySelector(field)?.closest('.ui-dialog');"
          + " return dialog === null || dialog?.contains(document.activeElement)"
          + " || Boolean(dialog?.querySelector('.refused')?.innerText.trim()); }";

  private static final int MOST_SEEN = 1500;
  private static final int LOOKS = 5;
  private static final double PAUSE_MILLIS = 400;
  static final int WIDE = 1400;
  static final int HEIGHT = 900;

  static final int NARROW = 390;
  static final double PATIENCE_MILLIS = 60_000;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (request.resourceType().equals("fetch") && request.url().endsWith("/live")) {
            complaints.add("the live connection was lost");
          }
        });
  }

  /** The page. */
  public Page page() {
    return page;
  }

  /** Asks for a page; without a login this ends at Keycloak. */
  public Response open(String path) {
    return page.navigate(Running.url() + path);
  }

  /** Asks for a page and logs in at Keycloak on the way. */
  public void login(String path, String user) {
    login(path, user, Running.password(user));
  }

  /** The same for somebody who is no demo user. */
  public void login(String path, String user, String password) {
    open(path);
    page.locator("#username").fill(user);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    page.waitForURL(Running.url() + path);
  }

  /** A button by its name. */
  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /**
   * Writes into a field. A dialog takes the keyboard when it has opened: who types before that
   * types into its first field.
   */
  public void fill(String field, String text) {
    page.waitForFunction(IS_READY, field);
    page.locator(field).fill(text);
  }

  /** A link by its name; of several the first, which is the menu's. */
  public Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** The newest row of the node's history. */
  public Locator newestOperation() {
    return page.locator("#history tbody tr").first();
  }

  /** Waits until it is there: by what the server pushes, for nothing is loaded again. */
  public void sees(Locator what) {
    assertThat(what).isVisible();
  }

  /** Checks that it lies within a narrow window, not beside it. */
  void canReach(Locator what) {
    page.setViewportSize(NARROW, HEIGHT);
    assertThat(what.boundingBox().x).isBetween(0.0, (double) NARROW - what.boundingBox().width);
    page.setViewportSize(WIDE, HEIGHT);
  }

  /** Keeps pictures of the page, wide and narrow, light and dark, and lets axe look at each. */
  public void inspect(String name) {
    inspect(name, NARROW, WIDE);
  }

  /** The same where it is only there in windows of these widths. */
  void inspect(String name, int... widths) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : widths) {
        page.setViewportSize(width, HEIGHT);
        inspect(name, scheme, width);
      }
    }
    assertThat(complaints).as("what the browser complains about on %s", name).isEmpty();
  }

  private void inspect(String name, ColorScheme scheme, int width) {
    String picture = "%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width);
    assertThat(lastingViolations()).as("axe on %s", picture).isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("how wide %s is", picture)
        .isLessThanOrEqualTo(width);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(SCREENSHOTS.resolve(picture + ".png")));
  }

  /** A colour in the middle of a change is none to judge: what remains is. */
  private List<?> lastingViolations() {
    List<?> found = violations();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      page.waitForTimeout(PAUSE_MILLIS);
      found = violations();
    }
    return found;
  }

  private List<?> violations() {
    page.evaluate(axe());
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run(%s)).violations.flatMap(".formatted(IN_FRONT)
                + "found => found.nodes.map(node => found.id + ': ' + node.html))");
  }

  private static String axe() {
    try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    LastSeen.left(this);
    context.close();
  }

  /** Where it is, and what a person reads there, in a few lines. */
  String seen() {
    Object text = page.evaluate("(%s).innerText || document.body.innerText".formatted(IN_FRONT));
    String words = String.valueOf(text).replaceAll("\\s*\\n\\s*", " | ");
    return page.url() + ": " + words.substring(0, Math.min(words.length(), MOST_SEEN));
  }
}
