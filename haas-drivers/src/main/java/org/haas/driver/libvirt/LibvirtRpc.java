package org.haas.driver.libvirt;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorEndpoint;

/** Calls to one libvirt daemon, one outstanding at a time, each with a deadline. */
final class LibvirtRpc implements AutoCloseable {
  private final HypervisorEndpoint endpoint;
  private final PacketLink link;
  private int serial;

  LibvirtRpc(HypervisorEndpoint endpoint, PacketLink link) {
    this.endpoint = endpoint;
    this.link = link;
  }

  HypervisorEndpoint endpoint() {
    return endpoint;
  }

  PacketLink link() {
    return link;
  }

  /**
   * Calls and waits for the result.
   *
   * @throws DriverException DEADLINE it was not sent; UNREACHABLE whether it was done is not known,
   *     and the connection is gone; REFUSED with libvirt's words
   */
  XdrReader call(Procedure procedure, XdrWriter arguments) {
    Packet reply = exchange(procedure, arguments.toByteArray());
    if (reply.status() == Packet.OK) {
      return new XdrReader(reply.payload());
    }
    throw refused(error(reply).message());
  }

  XdrReader call(Procedure procedure) {
    return call(procedure, new XdrWriter());
  }

  /** As {@link #call}, but empty when libvirt says with this code that there is no such thing. */
  Optional<XdrReader> find(Procedure procedure, XdrWriter arguments, int absent) {
    Packet reply = exchange(procedure, arguments.toByteArray());
    if (reply.status() == Packet.OK) {
      return Optional.of(new XdrReader(reply.payload()));
    }
    LibvirtError error = error(reply);
    if (error.code() == absent) {
      return Optional.empty();
    }
    throw refused(error.message());
  }

  /** Sends what the last call wants to have, which was one with a stream, and ends the stream. */
  void upload(Procedure procedure, byte[] content) {
    long deadline = deadline();
    try {
      link.send(stream(procedure, serial, Packet.CONTINUE, content), deadline);
      link.send(stream(procedure, serial, Packet.OK, new byte[0]), deadline);
      Packet end = awaitReply(Packet.STREAM, deadline);
      if (end.status() != Packet.OK) {
        throw refused(error(end).message());
      }
    } catch (IOException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), broken);
    }
  }

  static Packet stream(Procedure procedure, int serial, int status, byte[] content) {
    return new Packet(procedure.number(), Packet.STREAM, serial, status, content);
  }

  /** The number of the last call: what belongs to its stream carries it too. */
  int serial() {
    return serial;
  }

  private Packet exchange(Procedure procedure, byte[] arguments) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      close();
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the next call.");
    }
    long deadline = deadline();
    try {
      serial++;
      link.send(
          new Packet(procedure.number(), Packet.CALL, serial, Packet.OK, arguments), deadline);
      return awaitReply(Packet.REPLY, deadline);
    } catch (IOException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), broken);
    }
  }

  /** Events and leftovers of other calls are not for us. */
  private Packet awaitReply(int type, long deadline) throws IOException {
    while (true) {
      Packet packet = link.receive(deadline).orElseThrow(this::late);
      if (packet.serial() == serial && packet.type() == type) {
        return packet;
      }
    }
  }

  private long deadline() {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  private LibvirtError error(Packet reply) {
    return decoded(LibvirtError::read, new XdrReader(reply.payload()));
  }

  /** What a peer sent that does not keep to the protocol ends the connection. */
  <T> T decoded(Function<XdrReader, T> form, XdrReader reply) {
    try {
      return form.apply(reply);
    } catch (IllegalArgumentException wrong) {
      throw unreachable("sent " + wrong.getMessage(), wrong);
    }
  }

  private DriverException late() {
    return unreachable(
        "did not answer within %d ms".formatted(endpoint.timeout().toMillis()), null);
  }

  DriverException unreachable(String what, Throwable cause) {
    close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s %s.".formatted(endpoint.described(), DriverException.words(what)),
        cause);
  }

  DriverException refused(String why) {
    return new DriverException(
        Kind.REFUSED,
        "%s refused: %s.".formatted(endpoint.described(), DriverException.words(why)));
  }

  @Override
  public void close() {
    link.close();
  }
}
