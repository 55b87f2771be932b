package org.haas.driver.sim;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.VmScreen;

/** The screen of a simulated virtual machine, HaaS's end: it greets, and says what it hears. */
final class SimScreen implements VmScreen {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final SimClient client;
  private volatile boolean closed;

  SimScreen(SimClient client) {
    this.client = client;
  }

  @Override
  public int read(byte[] into) {
    try {
      return client.connection().receive(into, System.nanoTime() + WAIT.toNanos());
    } catch (SocketTimeoutException nothing) {
      return closed ? -1 : 0;
    } catch (EOFException ended) {
      return -1;
    } catch (IOException broken) {
      if (closed) {
        return -1;
      }
      throw unreachable(broken);
    }
  }

  @Override
  public void write(byte[] bytes) {
    try {
      client.connection().sendBytes(bytes);
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private DriverException unreachable(IOException broken) {
    close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s broke the connection of a screen: %s."
            .formatted(client.peer().described(), DriverException.words("" + broken.getMessage())),
        broken);
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
