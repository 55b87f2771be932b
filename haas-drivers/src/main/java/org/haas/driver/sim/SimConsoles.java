package org.haas.driver.sim;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** All consoles of a server, on one thread. */
final class SimConsoles implements Closeable {
  private static final int MOST_KEYS = 8192;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocate(MOST_KEYS);

  SimConsoles() throws IOException {}

  /** Takes over a connection whose greeting was answered. */
  void add(SocketChannel channel, SimLine machine) throws IOException {
    channel.configureBlocking(false);
    SimConsole console = new SimConsole(channel, machine);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ, console);
    console.begin(key);
    selector.wakeup();
  }

  void serve() {
    try {
      while (selector.isOpen()) {
        selector.select(this::handle);
      }
    } catch (IOException | ClosedSelectorException closing) {
      close();
    }
  }

  private void handle(SelectionKey key) {
    SimConsole console = (SimConsole) key.attachment();
    if (key.isValid() && key.isWritable()) {
      console.flush();
    }
    if (key.isValid() && key.isReadable()) {
      console.read(buffer);
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
    } catch (IOException alreadyClosed) {
      // Closed is what was wanted.
    }
  }
}
