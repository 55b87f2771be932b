package org.haas.driver.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The server's end of one console: bytes both ways. 0xff begins what is none: 0xff 0xff is that
 * byte, 0xff 0xf3 a Break of the peer, 0xff 0xf1 a sign of life of ours. A reader that is {@value
 * #BACKLOG_BYTES} bytes behind loses what follows, as at a real serial port.
 */
final class SimConsole {
  static final int ESCAPE = 0xff;
  static final int BREAK = 0xf3;
  static final int ALIVE = 0xf1;

  private static final byte[] ADMITTED = {'o', 'k', '\n'};
  private static final int BACKLOG_BYTES = 128 << 10;

  private final SocketChannel channel;
  private final SimLine machine;
  private final Deque<ByteBuffer> backlog = new ArrayDeque<>();
  private int backlogBytes;
  private SelectionKey key;
  private boolean escaped;

  SimConsole(SocketChannel channel, SimLine machine) {
    this.channel = channel;
    this.machine = machine;
  }

  /**
   * From now on bytes flow: the answer to the greeting, then what the controller has kept. Who gets
   * the answer has the console, and nobody else has it any more.
   */
  void begin(SelectionKey registered) {
    synchronized (this) {
      key = registered;
      backlog.addLast(ByteBuffer.wrap(ADMITTED));
      backlogBytes += ADMITTED.length;
    }
    machine.serial().attach(this);
  }

  synchronized void offer(byte[] text) {
    if (backlogBytes + text.length <= BACKLOG_BYTES) {
      ByteBuffer encoded = ByteBuffer.wrap(encoded(text));
      backlog.addLast(encoded);
      backlogBytes += encoded.remaining();
      flush();
    }
  }

  synchronized void heartbeat() {
    if (backlog.isEmpty()) {
      backlog.addLast(ByteBuffer.wrap(new byte[] {(byte) ESCAPE, (byte) ALIVE}));
      backlogBytes += 2;
    }
    flush();
  }

  /** Writes what the peer takes now. A controller that hangs writes nothing. */
  synchronized void flush() {
    try {
      while (!backlog.isEmpty() && !machine.hanging()) {
        backlogBytes -= channel.write(backlog.getFirst());
        if (backlog.getFirst().hasRemaining()) {
          break;
        }
        backlog.removeFirst();
      }
      boolean more = !backlog.isEmpty() && !machine.hanging();
      key.interestOps(SelectionKey.OP_READ | (more ? SelectionKey.OP_WRITE : 0));
      if (more) {
        key.selector().wakeup();
      }
    } catch (IOException | CancelledKeyException gone) {
      close();
    }
  }

  /** Takes keystrokes; on the selector's thread only. */
  void read(ByteBuffer buffer) {
    try {
      buffer.clear();
      if (channel.read(buffer) < 0) {
        end();
        return;
      }
      if (!machine.hanging()) {
        decode(buffer.flip());
      }
    } catch (IOException gone) {
      end();
    }
  }

  private void decode(ByteBuffer buffer) {
    ByteArrayOutputStream keys = new ByteArrayOutputStream();
    while (buffer.hasRemaining()) {
      int next = buffer.get() & 0xff;
      if (!escaped && next == ESCAPE) {
        escaped = true;
        continue;
      }
      if (escaped && next == BREAK) {
        machine.broke();
      } else {
        keys.write(next);
      }
      escaped = false;
    }
    if (keys.size() > 0) {
      machine.typed(keys.toByteArray());
    }
  }

  private void end() {
    machine.serial().detach(this);
    close();
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }

  static byte[] encoded(byte[] text) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length);
    for (byte one : text) {
      if (one == (byte) ESCAPE) {
        encoded.write(ESCAPE);
      }
      encoded.write(one);
    }
    return encoded.toByteArray();
  }
}
