package org.haas.driver.libvirt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Listens as libvirt does, and answers as a test says: well, late, never, or nonsense. */
final class FakeDaemon implements AutoCloseable {
  private final ServerSocketChannel listener;
  private final Path socket;
  private final Function<Packet, byte[]> answers;
  private final List<Integer> heard = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "fake-libvirt");

  /**
   * @param answers the bytes to answer a call with; none at all: silence
   */
  FakeDaemon(Path folder, Function<Packet, byte[]> answers) {
    this.socket = folder.resolve("libvirt-sock");
    this.answers = answers;
    try {
      listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listener.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    thread.start();
  }

  /** A call's result. */
  static byte[] ok(Packet call, XdrWriter result) {
    return reply(call, Packet.OK, result);
  }

  static byte[] error(Packet call, int code, String message) {
    return reply(call, Packet.ERROR, new XdrWriter().number(code).number(0).optional(message));
  }

  private static byte[] reply(Packet call, int status, XdrWriter payload) {
    Packet reply = new Packet(0, Packet.REPLY, call.serial(), status, payload.toByteArray());
    return reply.bytes();
  }

  /** The numbers of the calls that came. */
  List<Integer> heard() {
    return heard;
  }

  HypervisorEndpoint endpoint(Duration timeout, BooleanSupplier mayProceed) {
    return new HypervisorEndpoint(
        new Label("hv-7"),
        "unix:" + socket,
        "",
        Secret.NONE,
        Optional.empty(),
        Map.of("bridge", "br0"),
        new Label("our-site"),
        timeout,
        mayProceed);
  }

  private void serve() {
    while (listener.isOpen()) {
      try (SocketChannel client = listener.accept()) {
        while (true) {
          Packet call = read(client);
          heard.add(call.procedure());
          client.write(ByteBuffer.wrap(answers.apply(call)));
        }
      } catch (IOException | IllegalStateException gone) {
        // The next one may come.
      }
    }
  }

  private static Packet read(SocketChannel client) throws IOException {
    int length = ByteBuffer.wrap(bytes(client, Packet.LENGTH_BYTES)).getInt();
    return Packet.parse(bytes(client, length - Packet.LENGTH_BYTES));
  }

  private static byte[] bytes(SocketChannel client, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (client.read(bytes) < 0) {
        throw new IOException("gone");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      listener.close();
      thread.join(1000);
    } catch (IOException | InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }
}
