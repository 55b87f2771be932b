package org.haas.it.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.haas.it.console.Reader;
import org.haas.it.console.Terminal;
import org.haas.it.proof.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine of the lab, through REST: power, boot device and console, from BIOS to power off. */
class MachinesIT {
  private static final Duration BIOS_AT_LATEST = Duration.ofSeconds(10);
  private static final Duration UNDISTURBED = Duration.ofSeconds(10);

  /**
   * Five tries of five seconds, and 1, 2, 4 and 8 seconds between them; some for a busy machine.
   */
  private static final Duration GIVEN_UP_AT_LATEST = Duration.ofSeconds(60);

  private static final Duration A_COMMAND_AT_MOST = Duration.ofSeconds(10);

  /** The code that speaks to controllers. */
  private static final String DRIVERS = "org.haas.driver.ipmi";

  private static final String BIOS = "SeaBIOS";

  private static MachineSite machines;

  @BeforeAll
  static void reserve() {
    machines = new MachineSite();
  }

  @AfterAll
  static void release() throws IOException {
    machines.close();
  }

  @Test
  void power_onCycleNetworkOff_isSeenOnOneConsole() {
    Machine machine = machines.first;
    machine.does("off");
    try (Reader console = Reader.of(machine.member, machine.console())) {
      console.reads("The console is connected.");
      long begin = System.nanoTime();
      machine.does("on");
      console.reads(BIOS);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BIOS_AT_LATEST);
      assertThat(machine.controller.isOn()).isTrue();
      machine.isSeen("ON");

      machine.does("cycle");
      console.reads(text -> times(BIOS, text) == 2, "the BIOS once more");

      machine.startsNextFrom("pxe");
      assertThat(console.text()).doesNotContain("iPXE");
      machine.does("cycle");
      console.reads("iPXE");

      machine.does("off");
      assertThat(machine.controller.isOn()).isFalse();
      machine.isSeen("OFF");
    }
  }

  @Test
  void console_keysTyped_reachTheMachineAndComeBack() {
    Machine machine = machines.second;
    machine.does("off");
    try (Terminal terminal = Terminal.of(machine.member, machine.console())) {
      terminal.hears("CONNECTED");
      machine.does("on");
      terminal.sees("It repeats what you type.");
      terminal.asks("{\"type\":\"take\"}");
      terminal.hears("\"mine\":true");
      terminal.types("Hello?");
      terminal.sees("Hello?");
      machine.does("shutdown");
    }
    assertThat(machine.controller.isOn()).isFalse();
  }

  @Test
  void power_controllerGoneOrHangingOrPasswordWrong_endsInAnErrorAndHarmsNothingElse() {
    Machine gone = machines.second;
    Machine locked = machines.first;
    locked.does("off");
    int before = ServerProcess.threadsIn(DRIVERS);
    machines.lab.powerOff(gone.name);
    try (HangingMachine hanging = new HangingMachine(machines.site)) {
      Machine.Asked ofGone = gone.asks("on");
      Machine.Asked ofHanging = hanging.hangs().asks("on");
      assertThat(locked.does("on")).isLessThan(UNDISTURBED);
      locked.does("off");
      locked.record("wrong");
      Machine.Ended refused = locked.asks("on").end();
      Machine.Ended unheard = ofGone.end();
      Machine.Ended stuck = ofHanging.end();

      assertThat(refused.state()).isEqualTo("ERROR");
      assertThat(refused.error()).contains("BMC of node " + locked.name, "password");
      assertThat(locked.controller.isOn()).isFalse();
      assertThat(unheard.state()).isEqualTo("ERROR");
      assertThat(unheard.error()).contains("BMC of node " + gone.name);
      assertThat(stuck.state()).isEqualTo("ERROR");
      assertThat(stuck.error()).contains("BMC of node " + hanging.name(), "did not answer within");
      assertThat(List.of(refused.after(), unheard.after(), stuck.after()))
          .allMatch(after -> after.compareTo(GIVEN_UP_AT_LATEST) < 0, "in time");
      assertThat(ServerProcess.restsFromCommands(A_COMMAND_AT_MOST)).isTrue();
      assertThat(ServerProcess.restsIn(DRIVERS, before, A_COMMAND_AT_MOST)).isTrue();
      hanging.goesOn();
    } finally {
      locked.record(locked.controller.password());
      machines.lab.powerOn(gone.name);
    }
    gone.does("on");
    locked.does("on");
  }

  @Test
  void password_whileInUse_isNowhereToBeRead() {
    Machine machine = machines.first;
    String password = machine.controller.password();
    machine.record(password);
    try (Reader console = Reader.of(machine.member, machine.console())) {
      console.reads("The console is connected.");
      machine.does("cycle");
      assertThat(ServerProcess.ipmitools("sol")).isNotEmpty();
      assertThat(ServerProcess.commandLines()).noneMatch(line -> line.contains(password));
      assertThat(console.text()).doesNotContain(password);
    }
    assertThat(ServerProcess.logs()).noneMatch(line -> line.contains(password));
    assertThat(machines.told(machine)).doesNotContain(password);
    try (Records records = Records.open()) {
      for (String table : List.of("audit_event", "operation", "node_power", "bmc", "node")) {
        assertThat(records.rows("select t::text from %s t".formatted(table)))
            .isNotEmpty()
            .noneMatch(row -> row.get(0).contains(password));
      }
    }
  }

  private static int times(String part, String text) {
    return text.split(part, -1).length - 1;
  }
}
