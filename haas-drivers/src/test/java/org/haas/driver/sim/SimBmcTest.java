package org.haas.driver.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimBmcTest {
  @TempDir Path state;
  private SimBmcLab lab;

  @BeforeEach
  void start() {
    lab = new SimBmcLab(state);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void powerOn_bootsFromDisk_saysSoAndAsksForALogin() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      session.command(PowerCommand.ON);
      String said = readUntil(console, "login: ");

      assertThat(said).startsWith("SimBIOS of node-1").contains("Booting from disk");
    }
  }

  @Test
  void powerOn_pxeOnce_bootsFromTheNetworkOnceOnly() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      session.bootFrom(BootDevice.PXE, true);
      session.command(PowerCommand.ON);
      assertThat(readUntil(console, "login: ")).contains("PXE: ").doesNotContain("disk 0");
      session.command(PowerCommand.OFF);
      until(() -> session.power() == PowerState.OFF);
      session.command(PowerCommand.ON);

      assertThat(readUntil(console, "login: ")).contains("disk 0").doesNotContain("PXE: ");
    }
  }

  @Test
  void powerOn_pxePersistent_bootsFromTheNetworkEachTime() {
    try (BmcSession session = open()) {
      session.bootFrom(BootDevice.PXE, false);
      session.command(PowerCommand.ON);
      until(() -> session.power() == PowerState.ON);
    }
    assertThat(lab.admin().boot(SimBmcLab.NODE)).isEqualTo("PXE");
  }

  @Test
  void powerOff_duringTheBoot_endsItsOutput() {
    lab.admin().powerTime(SimBmcLab.NODE, Duration.ZERO);
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      session.command(PowerCommand.ON);
      readUntil(console, "SimBIOS");
      session.command(PowerCommand.OFF);
      String rest = read(console, Duration.ofMillis(800));

      assertThat(rest).doesNotContain("login: ");
    }
  }

  @Test
  void keystroke_machineOn_isEchoed() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      session.command(PowerCommand.ON);
      readUntil(console, "login: ");
      console.write("root\r".getBytes(StandardCharsets.US_ASCII));

      assertThat(readUntil(console, "login: ")).startsWith("root\r\n");
      console.sendBreak();
      readUntil(console, "*** break ***");
    }
  }

  @Test
  void history_whatNobodyHeard_isReadByTheNextConsoleAndThenGone() {
    lab.admin().print(SimBmcLab.NODE, "x".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
    lab.admin().print(SimBmcLab.NODE, "the end".getBytes(StandardCharsets.US_ASCII));
    assertThat(lab.admin().historyBytes(SimBmcLab.NODE)).isEqualTo(SimSerial.HISTORY_BYTES);
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      assertThat(readUntil(console, "the end")).hasSize(SimSerial.HISTORY_BYTES);
    }
    assertThat(lab.admin().historyBytes(SimBmcLab.NODE)).isZero();
  }

  @Test
  void stream_readerThatKeepsUp_losesNoByte() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      lab.admin().bootStep(SimBmcLab.NODE, Duration.ZERO);
      session.command(PowerCommand.ON);
      readUntil(console, "login: ");
      long start = System.nanoTime();
      lab.admin().stream(SimBmcLab.NODE, 200_000);
      String read = readUntil(console, "#0000006000");
      double seconds = (System.nanoTime() - start) / 1e9;

      assertThat(seconds).isBetween(1.4, 30.0);
      String[] lines = read.split("\r\n");
      for (int i = 0; i < 5999; i++) {
        assertThat(lines[i]).hasSize(48).startsWith("#%010d".formatted(i + 1));
      }
    }
  }

  @Test
  void knobs_eachFailure_isAnExceptionAndPasses() {
    SimBmcAdmin admin = lab.admin();
    admin.refuseLogin(SimBmcLab.NODE, true);
    assertThat(failure(() -> open().close()).kind()).isEqualTo(Kind.REFUSED);
    admin.reset(SimBmcLab.NODE);
    admin.refuseConsole(SimBmcLab.NODE, true);
    try (BmcSession session = open()) {
      assertThat(failure(() -> session.console().close()).kind()).isEqualTo(Kind.REFUSED);
    }
    admin.reset(SimBmcLab.NODE);
    admin.delay(SimBmcLab.NODE, Duration.ofMillis(200));
    long start = System.nanoTime();
    open().close();
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(190).toNanos());
    admin.reset(SimBmcLab.NODE);
    try (BmcSession other = lab.driver().open(lab.endpoint(SimBmcLab.OTHER))) {
      assertThat(other.power()).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void command_knobsOfPower_areObeyed() {
    SimBmcAdmin admin = lab.admin();
    try (BmcSession session = open()) {
      admin.ignorePower(SimBmcLab.NODE, true);
      session.command(PowerCommand.ON);
      admin.ignorePower(SimBmcLab.NODE, false);
      admin.powerTime(SimBmcLab.NODE, Duration.ofMillis(400));
      session.command(PowerCommand.ON);
      assertThat(session.power()).isEqualTo(PowerState.OFF);
      until(() -> session.power() == PowerState.ON);
      admin.ignoreShutdown(SimBmcLab.NODE, true);
      session.command(PowerCommand.SHUT_DOWN);
      assertThat(read(session.console(), Duration.ofMillis(500))).contains("power button");
      assertThat(session.power()).isEqualTo(PowerState.ON);
    }
    assertThat(admin.starts(SimBmcLab.NODE)).isEqualTo(1);
  }

  @Test
  void console_controllerHangs_isUnreachableInTheEnd() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      lab.admin().hang(SimBmcLab.NODE, true);
      long start = System.nanoTime();

      assertThat(failure(() -> read(console, Duration.ofSeconds(20))).kind())
          .isEqualTo(Kind.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void console_dropped_ends() {
    try (BmcSession session = open();
        BmcConsole console = session.console()) {
      lab.admin().dropConsole(SimBmcLab.NODE);

      assertThat(readToTheEnd(console)).isEqualTo(-1);
    }
    assertThat(lab.admin().consoles(SimBmcLab.NODE)).isZero();
  }

  @Test
  void log_sessionsAndCommands_areThereAndNoSecret() {
    try (BmcSession session = open()) {
      session.command(PowerCommand.ON);
    }
    assertThat(lab.admin().log(SimBmcLab.NODE))
        .anyMatch(line -> line.endsWith(" login"))
        .anyMatch(line -> line.endsWith(" command on"))
        .noneMatch(line -> line.contains("sesame"));
    assertThat(lab.admin().sessions(SimBmcLab.NODE)).isEqualTo(1);
    assertThat(lab.admin().commands(SimBmcLab.NODE)).isEqualTo(1);
  }

  private BmcSession open() {
    return lab.driver().open(lab.endpoint());
  }

  private static String readUntil(BmcConsole console, String wanted) {
    StringBuilder read = new StringBuilder();
    byte[] buffer = new byte[5000];
    until(
        () -> {
          int length = console.read(buffer);
          read.append(new String(buffer, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1));
          return length < 0 || read.indexOf(wanted) >= 0;
        });
    assertThat(read.indexOf(wanted)).as("%s in %s", wanted, read).isNotNegative();
    return read.toString();
  }

  private static String read(BmcConsole console, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[5000];
    while (System.nanoTime() < end) {
      read.write(buffer, 0, Math.max(console.read(buffer), 0));
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  private static int readToTheEnd(BmcConsole console) {
    int[] read = {0};
    until(
        () -> {
          read[0] = console.read(new byte[100]);
          return read[0] < 0;
        });
    return read[0];
  }

  private static void until(BooleanSupplier done) {
    long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
