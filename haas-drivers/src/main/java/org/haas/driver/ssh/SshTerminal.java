package org.haas.driver.ssh;

import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An interactive login shell over SSH, on a screen that is wide enough for any line. */
final class SshTerminal implements Terminal {
  private static final int COLUMNS = 511;
  private static final int ROWS = 1000;

  private final SshSession session;
  private final Arrived arrived = new Arrived();
  private final OutputStream keyboard;

  private SshTerminal(SshSession session, ChannelShell channel, Duration timeout)
      throws JSchException, IOException {
    this.session = session;
    channel.setPtyType("vt100", COLUMNS, ROWS, 0, 0);
    channel.setOutputStream(arrived);
    keyboard = channel.getOutputStream();
    channel.connect((int) timeout.toMillis());
  }

  static SshTerminal open(SshSession owner, Session login, Duration timeout)
      throws JSchException, IOException {
    return new SshTerminal(owner, SshChannels.open(login, "shell", ChannelShell.class), timeout);
  }

  @Override
  public void send(String text) throws IOException {
    keyboard.write(text.getBytes(StandardCharsets.ISO_8859_1));
    keyboard.flush();
  }

  @Override
  public String receive(long deadline) throws IOException {
    return arrived.take(deadline);
  }

  @Override
  public void abort() {
    session.abort();
  }

  @Override
  public void close() {
    session.close();
  }

  /** Filled by JSch's reader. */
  private static final class Arrived extends OutputStream {
    private static final int MOST_CHARACTERS = 8 << 20;

    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    @Override
    public synchronized void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
      if (text.length() < MOST_CHARACTERS) {
        text.append(new String(from, offset, length, StandardCharsets.ISO_8859_1));
        notifyAll();
      }
    }

    @Override
    public synchronized void close() {
      ended = true;
      notifyAll();
    }

    synchronized String take(long deadline) throws IOException {
      try {
        while (text.length() == 0 && !ended) {
          long left = deadline - System.nanoTime();
          if (left <= 0) {
            throw new SocketTimeoutException("no answer");
          }
          wait(Duration.ofNanos(left).toMillis() + 1);
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IOException("the server is stopping", stopping);
      }
      if (text.length() == 0) {
        throw new IOException("the switch closed the connection");
      }
      String taken = text.toString();
      text.setLength(0);
      return taken;
    }
  }
}
