package org.haas.driver.libvirt;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.haas.driver.wire.ByteLink;

/** Whole messages over a stream of bytes. One thread receives, any may send. */
final class PacketLink {
  private static final int CHUNK = 64 << 10;

  private final ByteLink link;
  private final byte[] chunk = new byte[CHUNK];
  private byte[] come = new byte[0];

  PacketLink(ByteLink link) {
    this.link = link;
  }

  synchronized void send(Packet packet, long deadline) throws IOException {
    link.write(packet.bytes(), deadline);
  }

  /**
   * The next message, if it is complete before the deadline; what has come of it is kept.
   *
   * @throws EOFException the peer has ended the stream
   * @throws IOException it broke, or what came is not of this protocol
   */
  Optional<Packet> receive(long deadline) throws IOException {
    while (true) {
      Optional<Packet> complete = complete();
      if (complete.isPresent()) {
        return complete;
      }
      int length = link.read(chunk, deadline);
      if (length < 0) {
        throw new EOFException("it closed the connection");
      }
      if (length == 0) {
        return Optional.empty();
      }
      int before = come.length;
      come = Arrays.copyOf(come, before + length);
      System.arraycopy(chunk, 0, come, before, length);
    }
  }

  private Optional<Packet> complete() throws IOException {
    if (come.length < Packet.LENGTH_BYTES) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(come).getInt();
    if (length < Packet.LENGTH_BYTES || length > Packet.LONGEST) {
      throw new IOException("it does not speak libvirt's protocol");
    }
    if (come.length < length) {
      return Optional.empty();
    }
    byte[] rest = Arrays.copyOfRange(come, Packet.LENGTH_BYTES, length);
    come = Arrays.copyOfRange(come, length, come.length);
    try {
      return Optional.of(Packet.parse(rest));
    } catch (IllegalArgumentException other) {
      throw new IOException("it sent " + other.getMessage(), other);
    }
  }

  void close() {
    link.close();
  }
}
