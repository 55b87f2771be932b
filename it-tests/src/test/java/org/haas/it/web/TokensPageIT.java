package org.haas.it.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API tokens in the portal: made, shown once, used, revoked. */
class TokensPageIT {
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

  private static String nameOf(Api somebody) {
    return somebody.get("v1/me").is(200).json().getString("username");
  }

  @Test
  void token_madeUsedAndRevoked_isShownOnce() {
    try (Visitor member = browser.visitor();
        Visitor manager = browser.visitor()) {
      member.login("/tokens", nameOf(site.member), Site.PASSWORD);
      member.sees(member.page().getByText("You have no API token"));
      member.inspect("tokens-none");

      String secret = make(member, "nightly", site.project);
      Api token = Api.authorized("Bearer " + secret);
      assertThat(token.get("v1/me").is(200).json().getString("username"))
          .isEqualTo(nameOf(site.member));
      token.post("v1/networks", network()).is(403);

      member.open("/tokens");
      assertThat(member.page().locator("#table")).containsText("nightly");
      assertThat(member.page().locator("#table")).containsText(site.project);
      assertThat(member.page().locator("#table")).containsText("Only read");
      assertThat(member.page().content()).doesNotContain(secret);
      member.inspect("tokens");

      manager.login("/tokens", nameOf(site.manager), Site.PASSWORD);
      manager.sees(manager.page().getByText("You have no API token"));

      revoke(member);
      token.get("v1/me").is(401);
    }
  }

  private static String network() {
    return "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(site.freshName("n"), site.project);
  }

  private static String make(Visitor member, String name, String project) {
    member.button("Create a token").click();
    member.fill("#name", name + " !");
    member.page().locator("#create-do").click();
    member.sees(member.page().locator("#create-messages .refused"));
    member.inspect("tokens-create");
    member.fill("#name", name);
    member.page().locator("#use").selectOption(project);
    member.page().locator("#readonly").check();
    member.page().locator("#days").selectOption("7");
    member.page().locator("#create-do").click();
    Locator secret = member.page().locator("#secret");
    member.sees(secret);
    member.inspect("tokens-made");
    String value = secret.inputValue();
    member.button("Copy").click();
    member.sees(member.page().getByText("The token is copied."));
    member.button("Done").click();
    assertThat(secret).hasValue("");
    return value;
  }

  private static void revoke(Visitor member) {
    member.button("Revoke… nightly").click();
    member.sees(member.page().getByText("Whatever uses nightly is refused at once"));
    member.page().locator("#revoke-do").click();
    member.sees(member.page().getByText("You have no API token"));
  }

  @Test
  void create_menu_offersAnAdministratorsTokenToAdministratorsOnly() {
    try (Visitor member = browser.visitor();
        Visitor admin = browser.visitor()) {
      member.login("/tokens", nameOf(site.member), Site.PASSWORD);
      member.button("Create a token").click();
      assertThat(member.page().locator("#use option[value='*']")).isDisabled();
      admin.login("/tokens", "admin");
      admin.button("Create a token").click();
      assertThat(admin.page().locator("#use option[value='*']")).isEnabled();
    }
  }
}
