package org.haas.it.machines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.haas.it.console.Reader;
import org.haas.it.console.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine of the lab, through REST: power, boot device and console, from BIOS to power off. */
class MachinesIT {
  private static final Duration BIOS_AT_LATEST = Duration.ofSeconds(10);
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
    machine.isSeen("OFF");
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

  private static int times(String part, String text) {
    return text.split(part, -1).length - 1;
  }
}
