package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.Test;

/** What every driver of a controller does. A subclass says how to reach one. */
public abstract class BmcContract extends BmcLoginContract {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** For subclasses. */
  protected BmcContract() {}

  @Test
  void command_onAndOff_isSoAndIsReadAndRepeats() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      assertThat(session.power()).isEqualTo(PowerState.OFF);
      for (int round = 0; round < 2; round++) {
        session.command(PowerCommand.ON);
        assertPower(session, PowerState.ON);
      }
      for (int round = 0; round < 2; round++) {
        session.command(PowerCommand.OFF);
        assertPower(session, PowerState.OFF);
      }
    }
  }

  @Test
  void command_shutDown_endsTheMachineInTheEnd() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.command(PowerCommand.ON);
      assertPower(session, PowerState.ON);
      if (!lab.canShutDown()) {
        assertThat(failure(() -> session.command(PowerCommand.SHUT_DOWN)).kind())
            .isEqualTo(Kind.REFUSED);
        return;
      }
      session.command(PowerCommand.SHUT_DOWN);
      assertPower(session, PowerState.OFF);
      session.command(PowerCommand.SHUT_DOWN);
    }
  }

  @Test
  void bootFrom_eachDevice_isWhatTheMachineGets() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      for (BootDevice device : BootDevice.values()) {
        for (boolean once : new boolean[] {true, false}) {
          session.bootFrom(device, once);
          assertThat(lab.bootsFrom()).isEqualTo(device);
          if (device != BootDevice.NONE) {
            assertThat(lab.bootsOnce().orElse(once)).isEqualTo(once);
          }
        }
      }
      session.bootFrom(BootDevice.PXE, false);
      session.bootFrom(BootDevice.NONE, true);
      assertThat(lab.bootsFrom()).isEqualTo(BootDevice.NONE);
    }
  }

  @Test
  void console_machineSpeaks_everyByteIsRead() {
    try (BmcConsole console = console()) {
      byte[] all = thereAndBack(everyByte());
      lab.print(all);

      assertThat(readUntil(console, all)).as("that and nothing else").isEqualTo(all);
    }
  }

  @Test
  void console_keystrokes_reachTheMachineAsTheyAre() {
    try (BmcConsole console = console()) {
      if (lab.consoleIsWatchOnly()) {
        assertThat(failure(() -> console.write(new byte[] {'x'})).kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure(console::sendBreak).kind()).isEqualTo(Kind.REFUSED);
        return;
      }
      byte[] tricky =
          "\r~.\r~B\n~?\r~~.\r\u001e.\n\u001eB\r\u001e\u001e?\n\u001e\u001a\r"
              .getBytes(StandardCharsets.US_ASCII);
      for (byte[] keys : new byte[][] {tricky, everyByte()}) {
        for (byte key : keys) {
          console.write(new byte[] {key});
        }
        until(() -> endsWith(lab.keys(), keys), PATIENCE);
        assertThat(lab.keys()).endsWith(keys);
        console.write(keys);
        until(() -> endsWith(lab.keys(), twice(keys)), PATIENCE);
        assertThat(lab.keys()).endsWith(twice(keys));
      }
      assertBreak(console);
      console.write("~.".getBytes(StandardCharsets.US_ASCII));
      until(() -> endsWith(lab.keys(), "~.".getBytes(StandardCharsets.US_ASCII)), PATIENCE);
      assertThat(lab.keys()).endsWith("~.".getBytes(StandardCharsets.US_ASCII));
      byte[] text = "that is all".getBytes(StandardCharsets.US_ASCII);
      lab.print(text);
      assertThat(readUntil(console, text)).as("no word of the driver's tools").isEqualTo(text);
    }
  }

  private void assertBreak(BmcConsole console) {
    if (!lab.takesBreak()) {
      assertThat(failure(console::sendBreak).kind()).isEqualTo(Kind.REFUSED);
      return;
    }
    assertThat(lab.breaks().orElse(0)).isZero();
    console.sendBreak();
    until(() -> lab.breaks().orElse(1) > 0, PATIENCE);
    assertThat(lab.breaks().orElse(1)).isEqualTo(1);
  }

  @Test
  void console_sessionThatOpenedItIsClosed_goesOn() {
    try (BmcConsole console = console()) {
      byte[] text = "still here".getBytes(StandardCharsets.US_ASCII);
      lab.print(text);

      assertThat(readUntil(console, text)).containsSequence(text);
    }
  }

  @Test
  void console_powerCycle_goesOn() {
    try (BmcSession session = lab.driver().open(lab.endpoint());
        BmcConsole console = session.console()) {
      session.command(PowerCommand.ON);
      assertPower(session, PowerState.ON);
      session.command(PowerCommand.OFF);
      assertPower(session, PowerState.OFF);
      session.command(PowerCommand.ON);
      assertPower(session, PowerState.ON);
      byte[] text = "after the cycle".getBytes(StandardCharsets.US_ASCII);
      lab.print(text);

      assertThat(readUntil(console, text)).containsSequence(text);
    }
  }

  @Test
  void console_nothingToRead_waitsAboutASecond() {
    try (BmcConsole console = console()) {
      drain(console);
      long start = System.nanoTime();

      assertThat(console.read(new byte[100])).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void console_closed_endsAWaitingRead() throws Exception {
    BmcConsole console = console();
    drain(console);
    CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> lastRead(console));
    Thread.sleep(100);
    long start = System.nanoTime();
    console.close();

    assertThat(reading.get(3, TimeUnit.SECONDS)).isEqualTo(-1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(console.read(new byte[10])).isEqualTo(-1);
    console.close();
  }

  @Test
  void console_second_endsTheFirstAndReads() throws Exception {
    try (BmcConsole first = console()) {
      drain(first);
      CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> lastRead(first));
      try (BmcConsole second = console()) {
        byte[] text = "for the second".getBytes(StandardCharsets.US_ASCII);
        assertThat(reading.get(4, TimeUnit.SECONDS)).isNegative();
        lab.print(text);

        assertThat(readUntil(second, text)).containsSequence(text);
      }
    }
  }

  private BmcConsole console() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      return session.console();
    }
  }

  private void assertPower(BmcSession session, PowerState expected) {
    until(() -> session.power() == expected, PATIENCE);
    assertThat(session.power()).isEqualTo(expected);
    assertThat(lab.really()).isEqualTo(expected);
  }

  /** Reads to the end: -1, or -2 when it ends with a failure as a broken connection may. */
  private static int lastRead(BmcConsole console) {
    try {
      int read = 0;
      while (read >= 0) {
        read = console.read(new byte[1000]);
      }
      return read;
    } catch (DriverException broken) {
      return -2;
    }
  }

  private static void drain(BmcConsole console) {
    byte[] buffer = new byte[1000];
    int read = 1;
    while (read > 0) {
      read = console.read(buffer);
    }
  }

  private static byte[] readUntil(BmcConsole console, byte[] end) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[1000];
    until(
        () -> {
          int length = console.read(buffer);
          read.write(buffer, 0, Math.max(length, 0));
          return length < 0 || endsWith(read.toByteArray(), end);
        },
        PATIENCE);
    return read.toByteArray();
  }

  private static boolean endsWith(byte[] all, byte[] end) {
    return all.length >= end.length
        && Arrays.equals(end, Arrays.copyOfRange(all, all.length - end.length, all.length));
  }

  private static byte[] twice(byte[] once) {
    byte[] both = Arrays.copyOf(once, once.length * 2);
    System.arraycopy(once, 0, both, once.length, once.length);
    return both;
  }

  private static byte[] thereAndBack(byte[] bytes) {
    byte[] both = Arrays.copyOf(bytes, bytes.length * 2);
    for (int i = 0; i < bytes.length; i++) {
      both[both.length - 1 - i] = bytes[i];
    }
    return both;
  }

  private static byte[] everyByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return all;
  }
}
