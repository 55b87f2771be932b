package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.console.Machines.Machine;
import org.haas.spi.PowerCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of one tenure is seen in the next. */
class TenureIT {
  private static final String SECRET = "the first tenant's secret ";

  private static Site site;
  private static Machines machines;
  private Machine machine;

  @BeforeAll
  static void make() throws IOException {
    site = new Site();
    machines = new Machines(site, 6);
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
  void release_withOpenConsoles_endsThemBeforeTheNextTenantsFirstByte() throws IOException {
    try (Reader first = Reader.of(site.member, machine.console());
        Terminal terminal = Terminal.of(site.member, machine)) {
      first.reads("The console is connected.");
      machines.says(machine, SECRET + "on the screen\r\n");
      first.reads("on the screen");
      terminal.sees("on the screen");
      assertThat(recordings(SECRET)).isNotEmpty();

      machines.release(machine, site.member);
      machines.reserve(machine, site.otherProject);
      try (Reader second = Reader.of(site.outsider, machine.console())) {
        second.reads("The console is connected.");
        machines.says(machine, "for the second\r\n");
        second.reads("for the second");

        first.ends();
        terminal.ends();
        assertThat(first.text()).contains("The console ends here").doesNotContain("the second");
        assertThat(terminal.text()).doesNotContain("the second");
        assertThat(second.text()).doesNotContain(SECRET);
        assertThat(site.outsider.get(machine.console() + "/log").body()).doesNotContain(SECRET);
        assertThat(recordings(SECRET)).isEmpty();
        site.member.get(machine.console()).is(404);
        site.member.get(machine.console() + "/log").is(404);
      }
    }
    machines.release(machine, site.outsider);
  }

  @Test
  void reserve_whatTheControllerKept_isNeverShown() {
    machines.says(machine, SECRET + "with nobody listening\r\n");
    machines.release(machine, site.member);
    assertThat(machines.controllers().historyBytes(machine.bmc())).isZero();
    machines.reserve(machine, site.otherProject);
    machines.power(machine, PowerCommand.ON);
    Machines.await(() -> machines.controllers().historyBytes(machine.bmc()) > 200, "a boot");

    try (Reader second = Reader.of(site.outsider, machine.console())) {
      second.reads("login:");
      assertThat(second.text()).doesNotContain(SECRET);
    }
    machines.release(machine, site.outsider);
  }

  @Test
  void reserve_whatWasSaidWhileFree_isReadAwayFirst() {
    Machine other = machines.free();
    machines.says(other, SECRET + "from before anybody held it\r\n");
    machines.reserve(other, site.project);

    try (Reader reader = Reader.of(site.member, other.console())) {
      reader.reads("The console is connected.");
      machines.says(other, "now");
      reader.reads("now");
      assertThat(reader.text()).doesNotContain(SECRET);
    }
    machines.release(other, site.member);
  }

  private static List<Path> recordings(String text) throws IOException {
    try (Stream<Path> files = Files.walk(Running.state().resolve("consoles"))) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException gone) {
      return false;
    }
  }
}
