package org.haas.driver.junos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.haas.driver.emulator.ConnectionCut;
import org.haas.driver.emulator.EmulatedShell;
import org.haas.driver.wire.ByteLink;

/** An emulated session without a network in between: what it is sent, it answers at once. */
final class ShellLink implements ByteLink {
  private final EmulatedShell shell;
  private final Consumer<String> heard;
  private final StringBuilder shown = new StringBuilder();
  private boolean cut;

  ShellLink(EmulatedShell shell) {
    this(shell, text -> {});
  }

  /** Tells what is sent. */
  ShellLink(EmulatedShell shell, Consumer<String> heard) {
    this.shell = shell;
    this.heard = heard;
    show(shell::greeting);
  }

  private void show(Shown what) {
    try {
      shown.append(what.get());
    } catch (ConnectionCut broken) {
      shown.append(broken.before());
      cut = true;
    }
  }

  /** Something that appears. */
  @FunctionalInterface
  private interface Shown {
    String get();
  }

  @Override
  public int read(byte[] into, long deadline) {
    if (shown.length() == 0) {
      return cut || shell.ended() ? -1 : 0;
    }
    int length = Math.min(into.length, shown.length());
    byte[] bytes = shown.substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, into, 0, length);
    shown.delete(0, length);
    return length;
  }

  @Override
  public void write(byte[] bytes, long deadline) throws IOException {
    if (cut || shell.ended()) {
      throw new IOException("it is gone");
    }
    heard.accept(new String(bytes, StandardCharsets.UTF_8));
    for (byte one : bytes) {
      show(() -> shell.typed((char) one));
    }
  }

  @Override
  public void close() {
    cut = true;
    shell.close();
  }
}
