package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.haas.it.Site;
import org.haas.it.console.Machines.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Consoles of controllers that do not work. */
class SickControllerIT {
  private static Site site;
  private static Machines machines;

  @BeforeAll
  static void make() throws IOException {
    site = new Site();
    machines = new Machines(site, 4);
  }

  @AfterAll
  static void takeAway() throws IOException {
    machines.areLetGo();
    site.close();
    machines.close();
  }

  @Test
  void controller_dyingAndComingBack_isConnectedAgainAndItIsSaid() {
    Machine machine = machines.held(site.project);
    try (Reader reader = Reader.of(site.member, machine.console())) {
      reader.reads("The console is connected.");
      machines.controllers().dead(machine.bmc(), true);
      machines.controllers().dropConsole(machine.bmc());
      reader.reads("The connection to the console is lost");
      machines.controllers().dead(machine.bmc(), false);

      reader.reads("The console is connected again");
      machines.says(machine, "back\r\n");
      reader.reads("back");
    }
  }

  @Test
  void controller_thatHangs_isToldWithinItsTimeoutAndHoldsUpNoOther() {
    Machine sick = machines.held(site.project);
    machines.controllers().hang(sick.bmc(), true);
    Machine well = machines.held(site.project);
    try (Reader reader = Reader.of(site.member, sick.console());
        Reader other = Reader.of(site.member, well.console())) {
      long begun = System.nanoTime();
      other.reads("The console is connected.");
      reader.reads("The console cannot be connected yet");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
      assertThat(reader.text()).contains("The BMC of node " + sick.node());
    } finally {
      machines.controllers().hang(sick.bmc(), false);
    }
  }

  @Test
  void login_thatIsWrong_isToldAndNotTriedAgainAtOnce() {
    Machine machine = machines.held(site.project);
    machines.record(machine, "wrong").isDone();
    try (Reader reader = Reader.of(site.member, machine.console())) {
      reader.reads("The console cannot be connected yet");
      assertThat(reader.text()).doesNotContain("wrong\"").doesNotContain("open sesame");
    }
    machines.record(machine, "open sesame").isDone();
  }
}
