package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.driver.contract.BmcLoginContract.until;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.VmId;
import org.haas.spi.VmState;
import org.junit.jupiter.api.Test;

/** What every driver of a hypervisor does with consoles and power buttons. */
abstract class HypervisorConsoleContract extends HypervisorNicContract {
  @Test
  void shutDown_systemThatHeedsIt_stopsInTheEnd() {
    VmId id = VmId.random();
    started(vm(id));
    try (BmcConsole console = console(id)) {
      awaitUp(console);
    }
    visit(
        session -> {
          session.shutDown(id);
          until(() -> session.state(id) == VmState.STOPPED, PATIENCE);
          assertThat(session.state(id)).isEqualTo(VmState.STOPPED);
          session.shutDown(id);
          session.delete(id);
        });
  }

  @Test
  void console_keysAndOutput_goBothWaysUntilTheMachineStops() {
    VmId id = VmId.random();
    started(vm(id));
    try (BmcConsole console = console(id)) {
      awaitUp(console);
      console.write("hello".getBytes(StandardCharsets.US_ASCII));
      assertThat(readUntil(console, "hello")).contains("hello");
      try (BmcConsole second = console(id)) {
        until(() -> endedNow(console), PATIENCE);
        assertThat(endedNow(console)).as("the first has ended").isTrue();
        second.write("again".getBytes(StandardCharsets.US_ASCII));
        assertThat(readUntil(second, "again")).contains("again");
        visit(session -> session.stop(id));
        until(() -> endedNow(second), PATIENCE);
        assertThat(endedNow(second)).as("it ended with the machine").isTrue();
      }
    }
    visit(
        session -> {
          assertThat(failure(() -> session.console(id)).kind()).isEqualTo(Kind.REFUSED);
          assertThat(failure(() -> session.screen(id)).kind()).isEqualTo(Kind.REFUSED);
          session.delete(id);
        });
  }

  @Test
  void screen_ofARunningMachine_greetsAndCloses() {
    VmId id = VmId.random();
    started(vm(id));
    VmScreen screen;
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      screen = session.screen(id);
    }
    byte[] greeting = new byte[12];
    until(() -> screen.read(greeting) > 0, PATIENCE);
    assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("RFB 003.008\n");
    screen.write("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
    until(() -> screen.read(new byte[100]) > 0, PATIENCE);
    screen.close();
    assertThat(screen.read(greeting)).isEqualTo(-1);
    visit(session -> session.delete(id));
  }

  private BmcConsole console(VmId id) {
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      return session.console(id);
    }
  }

  /** Until it repeats what is typed: what it said before may be lost. */
  private static void awaitUp(BmcConsole console) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[1000];
    until(
        () -> {
          console.write(new byte[] {'Z'});
          read.write(buffer, 0, Math.max(console.read(buffer), 0));
          return read.toString(StandardCharsets.ISO_8859_1).contains("Z");
        },
        PATIENCE);
    assertThat(read.toString(StandardCharsets.ISO_8859_1)).contains("Z");
  }

  private static boolean endedNow(BmcConsole console) {
    try {
      return console.read(new byte[1000]) < 0;
    } catch (DriverException broken) {
      return true;
    }
  }

  private static String readUntil(BmcConsole console, String end) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[1000];
    until(
        () -> {
          int length = console.read(buffer);
          read.write(buffer, 0, Math.max(length, 0));
          return length < 0 || read.toString(StandardCharsets.ISO_8859_1).contains(end);
        },
        PATIENCE);
    return read.toString(StandardCharsets.ISO_8859_1);
  }
}
