package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haas.it.Api;
import org.haas.it.Login;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A tenant at another tenant's headnode: every address behind which its console or its screen is,
 * or may be thought to be, with everything that he can show there.
 */
class IntruderIT {
  private static final String CONSOLE = "/api/v1/headnodes/HEAD/console/ws";
  private static final String SCREEN = "/api/v1/headnodes/HEAD/screen/ws";
  private static final String PORTAL = "/headnode-console/HEAD";

  /** HEAD is the headnode's name, OWN that of the intruder's own. */
  private static final List<String> DOORS =
      List.of(
          CONSOLE,
          SCREEN,
          PORTAL,
          CONSOLE + "/",
          SCREEN + "/",
          CONSOLE + ";a=b",
          SCREEN + ";a=b",
          CONSOLE + "?headnode=OWN",
          "/api/v1/headnodes/HEAD;a=b/console/ws",
          "/api/v1/headnodes/HEAD;a=b/screen/ws",
          "/api/v1/headnodes//HEAD/console/ws",
          "/api//v1/headnodes/HEAD/screen/ws",
          "/api/v1/headnodes/./HEAD/screen/ws",
          "/api/v1/headnodes/OWN/../HEAD/console/ws",
          "/api/v1/headnodes/OWN/../HEAD/screen/ws",
          "/api/v1/headnodes/OWN/console/../../HEAD/screen/ws",
          "/api/v1/headnodes/OWN%2f..%2fHEAD/screen/ws",
          "/api/v1/headnodes/OWN/%2e%2e/HEAD/console/ws",
          "/api/v1/headnodes/HEAD%00/console/ws",
          "/api/v1/headnodes/HEAD%20/screen/ws",
          "/api/v1/headnodes/HEAD/console%2fws",
          "/api/v1/headnodes/HEAD/Screen/ws",
          "/api/v1/headnodes/OWN,HEAD/console/ws",
          "/api/v1/headnodes/*/console/ws",
          "/api/v1/headnodes/ID/console/ws",
          "/api/v1/headnodes/ID/screen/ws",
          "/api/v1/nodes/HEAD/console/ws",
          "/api/v1/nodes/OWN/../../headnodes/HEAD/console/ws",
          "/api/v0/headnode/HEAD/console",
          "/api/v0/node/HEAD/console",
          "/api/v0/headnode/HEAD/screen",
          "/api/v1/headnodes/HEAD/console",
          "/api/v1/headnodes/HEAD/console?replay=true",
          "/api/v1/headnodes/HEAD/console/log",
          "/api/v1/headnodes/HEAD/console/log/",
          "/api/v1/headnodes/HEAD/screen",
          "/api/v1/headnodes/HEAD/screen-tickets",
          "/api/relay/consoles",
          "/api/relay/consoles/HEAD",
          "/api/relay/../v1/headnodes/HEAD/console/ws",
          PORTAL + "/log",
          PORTAL + "/",
          PORTAL + ";a=b",
          "/headnode-console/OWN/../HEAD",
          "/headnode-console/OWN%2f..%2fHEAD",
          "/console/HEAD",
          "/console/HEAD/log",
          "/console/../headnode-console/HEAD",
          "/api/../headnode-console/HEAD",
          "/headnodes/HEAD");

  private static final String SECRET = "the root password is on the yellow note";
  private static final String GREETING = "RFB 003.008";

  private static Site site;
  private static Heads heads;
  private static String head;
  private static String id;
  private static String own;
  private static Terminal victim;

  @BeforeAll
  static void make() {
    site = new Site();
    heads = new Heads(site);
    head = heads.made(true);
    id = site.member.get("v1/headnodes/" + head).json().getString("id");
    own = heads.made(site.outsider, site.otherProject, true);
    victim = Terminal.of(site.member, "v1/headnodes/%s/console".formatted(head));
    victim.hears("\"connected\":true");
    heads.says(head, SECRET);
    victim.sees(SECRET);
  }

  @AfterAll
  static void takeAway() throws IOException {
    victim.close();
    heads.delete(head);
    heads.delete(site.outsider, own);
    heads.close();
    site.close();
  }

  private static String door(String form) {
    return form.replace("HEAD", head).replace("OWN", own).replace("ID", id);
  }

  private static String token(Api who) {
    String username = who.get("v1/me").is(200).json().getString("username");
    return new Login(username, Site.PASSWORD).token();
  }

  private static Attempt.Key key(Map<String, String> headers, String... protocols) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Origin", Running.url().toString());
    return new Attempt.Key(all, List.of(protocols));
  }

  private static String ticket(String ticket) {
    return "haas.ticket." + ticket;
  }

  /** All that an intruder has, may find or make up; each time as good as it can be. */
  private static Map<String, Supplier<Attempt.Key>> keys() {
    String token = token(site.outsider);
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
    String used = Screen.ticket(site.member, head);
    Screen.with(used, head).close();
    Supplier<String> mine = () -> Screen.ticket(site.outsider, own);
    Map<String, Supplier<Attempt.Key>> keys = new LinkedHashMap<>();
    keys.put("nothing", () -> key(Map.of()));
    keys.put("his token", () -> key(bearer));
    keys.put("his token, for a console", () -> key(bearer, "haas.console"));
    keys.put("his token, sent along", () -> key(Map.of(), "haas.console", "haas.bearer." + token));
    keys.put("a ticket of his own", () -> key(Map.of(), "haas.screen", ticket(mine.get())));
    keys.put("that and his token", () -> key(bearer, "haas.screen", ticket(mine.get())));
    keys.put("a used ticket", () -> key(Map.of(), "haas.screen", ticket(used)));
    keys.put("a used ticket and his token", () -> key(bearer, "haas.screen", ticket(used)));
    keys.put(
        "a stolen ticket and his token",
        () -> key(bearer, "haas.screen", ticket(Screen.ticket(site.member, head))));
    keys.put("a guess", () -> key(Map.of(), "haas.screen", ticket("A".repeat(43))));
    keys.put("a name", () -> key(bearer, "haas.screen", ticket(head), ticket("or.true--")));
    keys.put("a ticket as token", () -> key(Map.of("Authorization", "Bearer " + mine.get())));
    return keys;
  }

  @Test
  void doors_ofAnotherTenantsHeadnode_openToNothingThatHeHas() {
    List<String> opened = new ArrayList<>();
    keys().forEach((what, key) -> DOORS.forEach(form -> tryDoor(door(form), key, what, opened)));
    assertThat(opened).isEmpty();
    assertNothingHappened();
  }

  /** What a WebSocket speaks means nothing where a page is asked for. */
  private static void tryDoor(
      String door, Supplier<Attempt.Key> key, String what, List<String> opened) {
    Attempt.Key shown = key.get();
    judge(Attempt.socket(door, shown), door, what, opened);
    if (shown.protocols().isEmpty()) {
      judge(Attempt.page(door, key.get()), door, what, opened);
    }
  }

  /** A page of the login, or an empty answer, is what the container says before HaaS does. */
  private static void judge(
      Attempt.Outcome outcome, String door, String what, List<String> opened) {
    boolean leaks = outcome.seen().contains(SECRET) || outcome.seen().contains(GREETING);
    boolean isOpen = outcome.status() == 101 && !outcome.seen().isEmpty();
    if (leaks || isOpen || outcome.status() == 0 || outcome.status() >= 500) {
      opened.add("%s with %s: %s".formatted(door, what, outcome));
    }
  }

  @Test
  void doors_withTheLoginOfThePortal_openToTheTenantOnly() {
    List<String> opened = new ArrayList<>();
    try (Browser browser = new Browser();
        Visitor intruder = browser.visitor();
        Visitor tenant = browser.visitor()) {
      Attempt.Key his = cookies(intruder, site.outsider);
      DOORS.forEach(
          form -> {
            judge(Attempt.socket(door(form), his), form, "his cookie", opened);
            judge(Attempt.page(door(form), his), form, "his cookie", opened);
          });
      assertThat(Attempt.page(door("/headnodes/HEAD"), his).isRefused()).isTrue();
      assertThat(Attempt.page(door(PORTAL), his).isRefused()).isTrue();
      assertThat(opened).isEmpty();
      assertNothingHappened();
      assertThat(Attempt.socket(door(PORTAL), cookies(tenant, site.member)).seen())
          .contains(SECRET);
    }
  }

  /** A filter's path ends at the parameter, a WebSocket's does not. */
  @Test
  void doors_withAParameterInTheMiddleOfThePath_areNone() {
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(site.member));
    for (String form :
        List.of(
            "/api/v1/headnodes/HEAD;a=b/console/ws",
            "/api/v1/headnodes/HEAD;a=b/screen/ws",
            "/api/v1/nodes/HEAD;a=b/console/ws")) {
      assertThat(Attempt.socket(door(form), key(Map.of())).status()).as(form).isEqualTo(404);
      assertThat(Attempt.socket(door(form), key(bearer, "haas.console")).status())
          .as(form)
          .isEqualTo(404);
    }
  }

  /** Which of two filters is asked first is the container's choice: one knows no ticket. */
  @Test
  void doors_betweenInstancesWithAParameterInThePath_areNone() {
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(site.member));
    String form = "/api/relay;a=b/consoles";
    assertThat(Attempt.socket(door(form), key(Map.of())).status()).isIn(401, 404);
    assertThat(Attempt.socket(door(form), key(bearer, "haas.console")).status()).isIn(401, 404);
  }

  private static Attempt.Key cookies(Visitor visitor, Api who) {
    String username = who.get("v1/me").is(200).json().getString("username");
    visitor.login("/headnodes", username, Site.PASSWORD);
    String cookies =
        visitor.page().context().cookies(Running.url().toString()).stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    return key(Map.of("Cookie", cookies));
  }

  /** The doors are the right ones, and one that opens is noticed. */
  @Test
  void doors_forTheTenantHimself_areOpen() {
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(site.member));
    String fresh = ticket(Screen.ticket(site.member, head));
    List<String> opened = new ArrayList<>();
    String log = door("/api/v1/headnodes/HEAD/console/log");
    judge(Attempt.socket(door(CONSOLE), key(bearer, "haas.console")), CONSOLE, "his", opened);
    judge(Attempt.page(log, key(bearer)), log, "his", opened);
    judge(Attempt.socket(door(SCREEN), key(Map.of(), "haas.screen", fresh)), SCREEN, "his", opened);
    assertThat(opened).hasSize(3);
  }

  private static void assertNothingHappened() {
    assertThat(victim.told()).noneMatch(said -> said.contains("outsider"));
    assertThat(heads.typed(head)).doesNotContain(Attempt.TYPED);
  }
}
