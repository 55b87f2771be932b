package org.haas.driver.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Random;
import org.haas.driver.emulator.ConnectionCut;
import org.haas.driver.emulator.EmulatedShell;

/** A command line without a connection in between: what appears comes in pieces of any size. */
final class TypedTerminal implements Terminal {
  private final EmulatedShell shell;
  private final Random sizes;
  private final StringBuilder shown = new StringBuilder();
  private boolean broken;
  private boolean closed;

  TypedTerminal(EmulatedShell shell, Random sizes) {
    this.shell = shell;
    this.sizes = sizes;
    try {
      shown.append(shell.greeting());
    } catch (ConnectionCut cut) {
      breakAfter(cut);
    }
  }

  private void breakAfter(ConnectionCut cut) {
    shown.append(cut.before());
    broken = true;
  }

  @Override
  public void send(String text) throws IOException {
    if (broken || shell.ended()) {
      throw new IOException("broken");
    }
    try {
      for (int i = 0; i < text.length(); i++) {
        shown.append(shell.typed(text.charAt(i)));
      }
    } catch (ConnectionCut cut) {
      breakAfter(cut);
    }
  }

  @Override
  public String receive(long deadline) throws IOException {
    if (shown.length() > 0) {
      boolean whole = sizes.nextInt(4) > 0;
      String piece = shown.substring(0, whole ? shown.length() : 1 + sizes.nextInt(shown.length()));
      shown.delete(0, piece.length());
      return piece;
    }
    if (broken || shell.ended()) {
      throw new IOException("broken");
    }
    throw new SocketTimeoutException("nothing comes");
  }

  @Override
  public void abort() {
    broken = true;
    close();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      shell.close();
    }
  }
}
