package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several nodes at once, and anything by its name, without a mouse. */
class ManyNodesIT {
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
  void nodes_pickedByKeyboard_areReservedAndGivenBackTogetherAndRefusalsNamed() {
    String held = site.heldNode();
    List<String> free = List.of(site.bareNode(), site.bareNode());
    String common = held.substring(0, held.lastIndexOf('-'));
    try (Visitor member = browser.visitor()) {
      member.login("/nodes?text=" + common, memberName(), Site.PASSWORD);

      pickAll(member);
      press(member, "Reserve for " + site.project);
      outcomeNames(member, free, held, "is not free");
      assertThat(box(member, held)).isChecked();
      assertThat(box(member, free.get(0))).not().isChecked();
      member.page().keyboard().press("Escape");
      assertThat(member.page().locator("#bar")).isHidden();

      site.connect(held, site.network());
      pickAll(member);
      member.inspect("nodes-picked");
      member.canReach(box(member, held));
      press(member, "Release…");
      member.inspect("nodes-release");
      press(member, "Release");
      outcomeNames(member, free, held, "detach its NICs first");
      member.inspect("nodes-refused");
    }
  }

  private static void pickAll(Visitor visitor) {
    visitor.page().locator("#pick-all").focus();
    visitor.page().keyboard().press("Space");
    assertThat(visitor.page().locator("#bar-count")).hasText("3 selected");
  }

  private static void press(Visitor visitor, String button) {
    visitor.button(button).focus();
    visitor.page().keyboard().press("Enter");
  }

  private static Locator box(Visitor visitor, String node) {
    return visitor.page().locator("input[name=pick][value='%s']".formatted(node));
  }

  private static void outcomeNames(
      Visitor visitor, List<String> done, String refused, String reason) {
    Locator outcome = visitor.page().locator(".outcome");
    visitor.sees(outcome.locator("li").getByText(reason));
    assertThat(outcome.locator("li b")).hasText(refused);
    assertThat(outcome.locator("a")).hasText(done.toArray(String[]::new));
  }

  @Test
  void search_byKeyboardAlone_leadsToTheThing() {
    String node = site.bareNode();
    try (Visitor member = browser.visitor()) {
      member.login("/activity", memberName(), Site.PASSWORD);
      member.page().keyboard().press("/");
      member.page().keyboard().type(node.toUpperCase(Locale.ROOT));
      Locator hit =
          member.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(node));
      member.sees(hit);
      member.inspect("search-box", Visitor.WIDE);
      member.page().keyboard().press("ArrowDown");
      assertThat(hit).hasAttribute("aria-selected", "true");
      member.page().keyboard().press("Enter");
      member.page().waitForURL(Running.url() + "/nodes/" + node);

      member.page().keyboard().press("/");
      member.page().keyboard().type(site.project);
      member.page().keyboard().press("Enter");
      member.page().waitForURL(Running.url() + "/search?q=" + site.project);
      member.sees(member.page().locator(".results").getByText(site.project));
      member.inspect("search");
    }
  }

  @Test
  void theme_chosenInTheMenu_staysOnEveryPage() {
    try (Visitor member = browser.visitor()) {
      member.login("/search", memberName(), Site.PASSWORD);
      member.page().locator("summary:has(.who)").click();
      member.page().getByText("Dark").click();
      member.inspect("menu");

      member.open("/networks");

      assertThat(member.page().locator("html")).hasAttribute("data-theme", "dark");
      assertThat(member.page().locator("html")).hasCSS("color-scheme", "dark");
    }
  }

  private static String memberName() {
    return site.member.get("v1/me").is(200).json().getString("username");
  }
}
