package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.console.Reader;
import org.haas.it.console.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A console that one of two instances has, watched and used at both. */
abstract class RelayedConsoles {
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final String CONNECTED = "\"connected\":true";

  private Site.Machine machine;
  private SimBmcAdmin controllers;

  abstract Site site();

  /** The instance beside the {@link Running} one. */
  abstract URI other();

  @BeforeEach
  void reserve() {
    machine = site().heldMachine();
    controllers = site().lookAtMachines();
  }

  @AfterEach
  void release() {
    controllers.close();
  }

  @Test
  void console_atTheOtherInstance_showsAllAndTakesKeys() {
    try (Terminal here = Terminal.of(site().member, console())) {
      here.hears(CONNECTED);
      says("said before\r\n");
      here.sees("said before");
      assertThat(owner()).isEqualTo(Running.url().toString());

      try (Terminal there = Terminal.of(site().manager.at(other()), console());
          Reader reader = Reader.of(site().admin.at(other()), console())) {
        there.sees("said before");
        there.hears("\"viewers\":3");
        here.hears("\"viewers\":3");
        says("said to all\r\n");
        there.sees("said to all");
        reader.reads("said to all");
        there.types("typed there");
        there.hears("\"mine\":true");
        await("typed there");
        there.asks("{\"type\":\"break\"}");
        here.hears("sent a Break.");
        assertThat(here.told()).noneMatch(said -> said.contains("\"mine\":true"));
        assertThat(controllers.consoles(machine.bmc())).isOne();
        assertThat(there.told()).noneMatch(said -> said.contains("beginning"));
      }
      here.hears("\"viewers\":1");
      here.hears("has put the keyboard down.");
    }
  }

  @Test
  void keyboard_takenAtTheOtherInstance_isHandedOverAndBack() {
    try (Terminal here = Terminal.of(site().member, console());
        Terminal there = Terminal.of(site().manager.at(other()), console())) {
      there.hears(CONNECTED);
      here.types("a");
      there.hears("\"keyboard\":\"member-");
      there.types("x");
      there.hears("NOT_YOURS");

      there.asks("{\"type\":\"take\"}");
      here.hears("\"keyboard\":\"manager-");
      there.hears("\"mine\":true");
      here.types("y");
      here.hears("NOT_YOURS");
      there.types("b");
      await("ab");

      here.asks("{\"type\":\"take\"}");
      there.hears("\"mine\":false");
      here.types("c");
      await("abc");
    }
  }

  @Test
  void release_orWithdrawal_endsItAtTheOtherInstanceToo() {
    String somebody = site().freshMember();
    try (Terminal here = Terminal.of(site().member, console())) {
      here.hears(CONNECTED);
      Terminal withdrawn = Terminal.of(site().login(somebody).at(other()), console());
      Terminal there = Terminal.of(site().member.at(other()), console());
      withdrawn.hears(CONNECTED);
      there.hears(CONNECTED);
      long begun = System.nanoTime();
      site().admin.delete("v1/projects/%s/members/%s".formatted(site().project, somebody)).is(204);
      withdrawn.ends();
      withdrawn.hears("You may not see this node any more.");
      says("after that\r\n");
      there.sees("after that");
      assertThat(withdrawn.text()).doesNotContain("after that");

      site().member.delete("v1/nodes/%s/reservation".formatted(machine.node())).isDone();
      here.ends();
      there.ends();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
      there.hears("The console ends here.");
      Site.until(
          () -> site().admin.get("v1/nodes/" + machine.node()),
          answer -> answer.json().getString("state").equals("FREE"));
    }
  }

  @Test
  void door_ofAnOutsider_staysShut() {
    try (Terminal here = Terminal.of(site().member, console())) {
      here.hears(CONNECTED);
      RelayKey key = new RelayKey(machine.node());
      String right = key.ticket(RelayKey.OURS);
      String wrong = key.ticket(RelayKey.FOREIGN);

      assertShut(Api.anonymous());
      assertShut(site().member);
      assertShut(site().admin);
      assertShut(Api.authorized("HaaS-Instance "));
      assertShut(Api.authorized("HaaS-Instance " + wrong));
      assertShut(Api.authorized("Bearer " + right));
      assertShut(Api.authorized("HaaS-Instance " + right).at(other()));
      Terminal instance = Terminal.at(Api.authorized("HaaS-Instance " + right), "relay/consoles");
      instance.hears("beginning");
      instance.close();
      assertShut(Api.authorized("HaaS-Instance " + right));
    }
  }

  private static void assertShut(Api outsider) {
    assertThatThrownBy(() -> Terminal.at(outsider, "relay/consoles"))
        .hasStackTraceContaining("401");
    outsider.get("relay/consoles").is(401);
  }

  private String console() {
    return "v1/nodes/%s/console".formatted(machine.node());
  }

  private String owner() {
    String sql =
        "select c.address from console c join node n on n.id = c.node_id where n.label = '%s'";
    try (Records records = Records.open()) {
      return records.rows(sql.formatted(machine.node())).get(0).get(0);
    }
  }

  private void says(String text) {
    controllers.print(machine.bmc(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** That reached the machine. */
  private void await(String keys) {
    Site.until(
        () -> site().admin.get("v1/me"),
        answer -> new String(controllers.keys(machine.bmc()), StandardCharsets.UTF_8).equals(keys));
  }
}
