package org.haas.driver.sim;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** The console of a simulated machine, HaaS's end of {@link SimConsole}. */
final class SimBmcConsole implements BmcConsole {
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** The controller shows every second that it lives. */
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(3);

  private final String described;
  private final LineConnection connection;
  private final long silenceNanos;
  private long heard = System.nanoTime();
  private boolean escaped;
  private volatile boolean closed;

  SimBmcConsole(SimClient client) {
    this.described = client.peer().described();
    this.connection = client.connection();
    this.silenceNanos = Math.max(client.peer().timeout().toNanos(), SHORTEST_SILENCE.toNanos());
  }

  @Override
  public int read(byte[] into) {
    try {
      int length = connection.receive(into, System.nanoTime() + WAIT.toNanos());
      heard = System.nanoTime();
      return decoded(into, length);
    } catch (SocketTimeoutException nothing) {
      return closed ? -1 : awaitedInVain(nothing);
    } catch (EOFException ended) {
      return -1;
    } catch (IOException broken) {
      return ended(broken);
    }
  }

  private int awaitedInVain(SocketTimeoutException nothing) {
    if (System.nanoTime() - heard > silenceNanos) {
      close();
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s hangs: its console showed no sign of life.".formatted(described),
          nothing);
    }
    return 0;
  }

  private int ended(IOException broken) {
    if (closed) {
      return -1;
    }
    throw unreachable(broken);
  }

  /** In place: what is decoded is never longer. */
  private int decoded(byte[] bytes, int length) {
    int put = 0;
    for (int at = 0; at < length; at++) {
      int next = bytes[at] & 0xff;
      if (!escaped && next == SimConsole.ESCAPE) {
        escaped = true;
        continue;
      }
      if (!escaped || next != SimConsole.ALIVE) {
        bytes[put++] = (byte) next;
      }
      escaped = false;
    }
    return put;
  }

  @Override
  public void write(byte[] keys) {
    send(SimConsole.encoded(keys));
  }

  @Override
  public void sendBreak() {
    send(new byte[] {(byte) SimConsole.ESCAPE, (byte) SimConsole.BREAK});
  }

  private void send(byte[] bytes) {
    try {
      connection.sendBytes(bytes);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private DriverException unreachable(IOException broken) {
    close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s broke the connection of its console: %s."
            .formatted(described, DriverException.words("" + broken.getMessage())),
        broken);
  }

  @Override
  public void close() {
    closed = true;
    connection.close();
  }
}
