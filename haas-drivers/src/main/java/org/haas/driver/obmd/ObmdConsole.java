package org.haas.driver.obmd;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haas.driver.wire.HttpCall;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;

/** The console of a node of OBMd, which can only be watched. */
final class ObmdConsole implements BmcConsole {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final ObmdClient client;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Runnable whenClosed = () -> {};

  private ObmdConsole(ObmdClient client) {
    this.client = client;
  }

  /** Takes the client over. */
  static ObmdConsole open(ObmdClient client) {
    boolean open = false;
    try {
      client.stream(HttpCall.get("/console"));
      open = true;
      return new ObmdConsole(client);
    } finally {
      if (!open) {
        client.close();
      }
    }
  }

  void whenClosed(Runnable step) {
    whenClosed = step;
  }

  @Override
  public int read(byte[] into) {
    if (closed.get()) {
      return -1;
    }
    try {
      int read = client.peer().read(into, System.nanoTime() + WAIT.toNanos(), client.deadline());
      if (read < 0) {
        close();
      }
      return read;
    } catch (IOException broken) {
      if (closed.get()) {
        return -1;
      }
      close();
      throw ObmdClient.unreachable(client.endpoint(), broken);
    }
  }

  @Override
  public void write(byte[] keys) {
    throw watchOnly();
  }

  @Override
  public void sendBreak() {
    throw watchOnly();
  }

  private DriverException watchOnly() {
    return client.refused("is behind an OBMd: its console can be watched, but not typed at");
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      whenClosed.run();
      client.close();
    }
  }
}
