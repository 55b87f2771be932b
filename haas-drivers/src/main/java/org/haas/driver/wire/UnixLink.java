package org.haas.driver.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A stream to a Unix socket of this machine. */
public final class UnixLink implements ByteLink {
  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;

  private UnixLink(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.readable = Selector.open();
    this.writable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  /**
   * Connects; never waits for who does not accept.
   *
   * @throws IOException nobody listens there, or not with this much patience
   */
  public static UnixLink connect(Path path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.configureBlocking(false);
      if (!channel.connect(UnixDomainSocketAddress.of(path)) && !channel.finishConnect()) {
        throw new IOException("nobody accepts connections there");
      }
      return new UnixLink(channel);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  @Override
  public int read(byte[] into, long deadline) throws IOException {
    try {
      int length = channel.read(ByteBuffer.wrap(into));
      while (length == 0 && await(readable, deadline)) {
        length = channel.read(ByteBuffer.wrap(into));
      }
      return length;
    } catch (ClosedSelectorException closed) {
      throw new IOException("it was closed", closed);
    }
  }

  @Override
  public void write(byte[] bytes, long deadline) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      channel.write(buffer);
      while (buffer.hasRemaining()) {
        if (!await(writable, deadline)) {
          throw new SocketTimeoutException("it took nothing in time");
        }
        channel.write(buffer);
      }
    } catch (ClosedSelectorException closed) {
      throw new IOException("it was closed", closed);
    }
  }

  /** Whether there may be something to do, rather than the deadline come. */
  private static boolean await(Selector selector, long deadline) throws IOException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      return false;
    }
    selector.select(key -> {}, left);
    return true;
  }

  @Override
  public void close() {
    try {
      channel.close();
      readable.close();
      writable.close();
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }
}
