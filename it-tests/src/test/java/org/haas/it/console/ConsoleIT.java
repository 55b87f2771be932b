package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.console.Machines.Machine;
import org.haas.spi.PowerCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching and using a console. */
class ConsoleIT {
  private static Site site;
  private static Machines machines;
  private Machine machine;

  @BeforeAll
  static void make() throws IOException {
    site = new Site();
    machines = new Machines(site, 16);
  }

  @BeforeEach
  void reserve() {
    machine = machines.held(site.project);
  }

  @AfterAll
  static void takeAway() throws IOException {
    machines.areLetGo();
    site.close();
    machines.close();
  }

  @Test
  void read_machineStarts_showsItsBootAndGoesOnAfterACycle() {
    try (Reader reader = Reader.of(site.member, machine.console())) {
      reader.reads("The console is connected.");
      machines.power(machine, PowerCommand.ON);
      reader.reads("login:");
      int boot = reader.text().length();
      machines.power(machine, PowerCommand.OFF);
      Site.until(
          () -> site.admin.get("v1/me"), answer -> !machines.controllers().isOn(machine.bmc()));
      machines.power(machine, PowerCommand.ON);

      reader.reads(text -> text.substring(boot).contains("login:"), "a second boot");
      assertThat(reader.type()).isEqualTo("application/octet-stream");
    }
  }

  @Test
  void read_newcomer_seesWhatWasSaidBeforeUnlessHeDoesNotWantIt() {
    try (Reader first = Reader.of(site.member, machine.console())) {
      first.reads("The console is connected.");
      machines.says(machine, "said before\r\n");
      first.reads("said before");

      try (Reader second = Reader.of(site.manager, machine.console(), "Accept", "text/plain");
          Reader third = Reader.of(site.admin, machine.console() + "?replay=false&notices=false")) {
        second.reads("said before");
        machines.says(machine, "said now\r\n");
        third.reads("said now");
        assertThat(third.text()).isEqualTo("said now\r\n");
        assertThat(second.type()).startsWith("text/plain");
      }
    }
  }

  @Test
  void read_forSomeSeconds_endsByItself() {
    Reader reader = Reader.of(site.member, machine.console() + "?seconds=2");

    reader.reads("Your time is over");
    reader.ends();
  }

  @Test
  void type_atTheWebSocket_reachesTheMachineAndIsEchoed() {
    try (Terminal terminal = Terminal.of(site.member, machine)) {
      terminal.hears("\"connected\":true");
      machines.power(machine, PowerCommand.ON);
      terminal.sees("login:");

      terminal.types("root");

      terminal.sees("login: root");
      assertThat(machines.typed(machine)).isEqualTo("root");
      terminal.hears("has the keyboard now.");
      terminal.hears("\"mine\":true");
      terminal.asks("{\"type\":\"break\"}");
      terminal.sees("*** break ***");
    }
  }

  @Test
  void take_fromAnother_bothSeeItAndOnlyOneTypes() {
    try (Terminal one = Terminal.of(site.member, machine);
        Terminal other = Terminal.of(site.manager, machine)) {
      one.hears("\"connected\":true");
      one.types("a");
      other.hears("\"mine\":false");
      other.hears(said -> said.matches(".*\"keyboard\":\"member-.*"), "who has the keyboard");

      other.types("x");
      other.hears("NOT_YOURS");
      other.asks("{\"type\":\"take\"}");
      one.hears(said -> said.matches(".*manager-.* has the keyboard now.*"), "the hand-over");
      other.types("b");
      one.types("y");
      one.hears("NOT_YOURS");

      Site.until(() -> site.admin.get("v1/me"), answer -> machines.typed(machine).equals("ab"));
      assertThat(one.told()).anyMatch(said -> said.contains("\"viewers\":2"));
    }
  }

  @Test
  void command_thatIsNone_endsTheConnectionWithAReason() {
    for (String wrong :
        new String[] {"hello", "{}", "{\"type\":7}", "{\"type\":\"login\"}", "[]"}) {
      Terminal terminal = Terminal.of(site.member, machine);
      terminal.asks(wrong);
      terminal.ends();
      terminal.hears("closed 1008 That is no command");
    }
  }

  @Test
  void login_again_staysForAsLongAsThat() {
    try (Terminal terminal = Terminal.of(site.member, machine)) {
      terminal.asks("{\"type\":\"login\",\"token\":\"%s\"}".formatted("not.a.token"));
      terminal.ends();
    }
  }

  @Test
  void open_ofWhoMayNot_isRefusedAsEverywhere() {
    site.outsider.get(machine.console()).is(404);
    site.outsider.get(machine.console() + "/log").is(404);
    Api.anonymous().get(machine.console()).is(401);
    site.member.get("v1/nodes/%s/console".formatted(site.reservedNode())).is(409);
    site.member.get("v1/nodes/%s/console".formatted(machines.free().node())).is(403);
    assertThatThrownBy(() -> Terminal.of(site.outsider, machine)).hasStackTraceContaining("404");
    assertThatThrownBy(() -> Terminal.of(Api.anonymous(), machine)).hasStackTraceContaining("401");
    assertThatThrownBy(() -> Terminal.of(Api.authorized("Bearer x"), machine))
        .hasStackTraceContaining("401");
  }

  @Test
  void log_withTimes_isWhatWasSaid() {
    try (Reader reader = Reader.of(site.member, machine.console())) {
      reader.reads("The console is connected.");
      machines.says(machine, "first line\r\nsecond ");
      reader.reads("second");

      Site.until(
          () -> site.member.get(machine.console() + "/log"),
          answer -> answer.is(200).body().contains("second"));
      String log = site.member.get(machine.console() + "/log").body();
      assertThat(log.lines())
          .anyMatch(line -> line.matches("[0-9T:.-]+Z \\* The console is connected\\."))
          .anyMatch(line -> line.matches("[0-9T:.-]+Z \\| first line"));
    }
  }

  @Test
  void membership_withdrawn_endsItAtOnce() {
    String somebody = site.freshMember();
    Api api = site.login(somebody);
    try (Reader reader = Reader.of(api, machine.console());
        Terminal terminal = Terminal.of(api, machine);
        Reader stays = Reader.of(site.member, machine.console())) {
      reader.reads("The console is connected.");
      long begun = System.nanoTime();
      site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, somebody)).is(204);

      reader.ends();
      terminal.ends();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      machines.says(machine, "not for him");
      stays.reads("not for him");
      assertThat(reader.text()).doesNotContain("not for him").contains("may not see this node");
      api.get(machine.console()).is(404);
    }
  }
}
