package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Watching and using the serial console of a headnode. */
class HeadnodeConsoleIT {
  private static Site site;
  private static Heads heads;

  @BeforeAll
  static void make() {
    site = new Site();
    heads = new Heads(site);
  }

  @AfterAll
  static void takeAway() throws IOException {
    heads.close();
    site.close();
  }

  private static String console(String headnode) {
    return "v1/headnodes/%s/console".formatted(headnode);
  }

  @Test
  void read_stoppedThenStartedTwice_isConnectedEachTime() {
    String head = heads.made(false);
    try (Reader reader = Reader.of(site.member, console(head))) {
      reader.reads("The headnode does not run.");
      heads.power(head, "start");
      reader.reads("The console is connected");
      reader.reads("login:");
      int first = reader.text().length();
      heads.power(head, "stop");
      heads.power(head, "start");
      reader.reads(text -> text.substring(first).contains("login:"), "a second start");
    }
    heads.delete(head);
  }

  @Test
  void type_atTheWebSocket_reachesTheMachineAndOneTypesAtATime() {
    String head = heads.made(true);
    try (Terminal one = Terminal.of(site.member, console(head));
        Terminal other = Terminal.of(site.manager, console(head))) {
      one.hears("\"connected\":true");
      one.types("root");
      Site.until(() -> site.admin.get("v1/me"), answer -> heads.typed(head).equals("root"));
      other.types("x");
      other.hears("NOT_YOURS");
      other.asks("{\"type\":\"take\"}");
      one.hears("has the keyboard now");
      other.types("!");
      Site.until(() -> site.admin.get("v1/me"), answer -> heads.typed(head).equals("root!"));
    }
    heads.delete(head);
  }

  @Test
  void read_newcomer_seesWhatWasSaidAndTheLogKeepsIt() {
    String head = heads.made(true);
    try (Reader first = Reader.of(site.member, console(head))) {
      first.reads("The console is connected");
      first.reads("login: ");
      heads.says(head, "said before\r\n");
      first.reads("said before");
      try (Reader second = Reader.of(site.manager, console(head))) {
        second.reads("said before");
      }
      Site.until(
          () -> site.member.get(console(head) + "/log"),
          answer -> answer.is(200).body().contains("login: said before"));
    }
    heads.delete(head);
  }

  @Test
  void delete_whileWatched_endsItAndNothingIsLeft() {
    String head = heads.made(true);
    try (Reader reader = Reader.of(site.member, console(head));
        Terminal terminal = Terminal.of(site.member, console(head))) {
      terminal.hears("\"connected\":true");
      heads.delete(head);
      reader.ends();
      terminal.ends();
      assertThat(reader.text()).contains("The headnode is deleted");
    }
    site.member.get(console(head)).is(404);
    site.member.get(console(head) + "/log").is(404);
  }

  @Test
  void membership_withdrawn_endsIt() {
    String head = heads.made(true);
    String somebody = site.freshMember();
    try (Terminal terminal = Terminal.of(site.login(somebody), console(head))) {
      terminal.hears("\"connected\":true");
      site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, somebody)).is(204);
      terminal.hears("may not see this headnode");
      terminal.ends();
    }
    heads.delete(head);
  }

  @Test
  void open_ofWhoMayNot_isRefusedAsEverywhere() {
    String head = heads.made(false);
    site.outsider.get(console(head)).is(404);
    site.outsider.get(console(head) + "/log").is(404);
    Api.anonymous().get(console(head)).is(401);
    assertThatThrownBy(() -> Terminal.of(site.outsider, console(head)))
        .hasStackTraceContaining("404");
    assertThatThrownBy(() -> Terminal.of(Api.anonymous(), console(head)))
        .hasStackTraceContaining("401");
    heads.delete(head);
  }
}
