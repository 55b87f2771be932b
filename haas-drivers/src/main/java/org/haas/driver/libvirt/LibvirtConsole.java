package org.haas.driver.libvirt;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorEndpoint;

/** A serial console, on a connection of its own. */
final class LibvirtConsole implements BmcConsole {
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** While the machine says nothing libvirt is asked whether it is still there. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  /** Who had it before loses it. */
  private static final int FORCE = 1;

  private static final int MOST_KEYS = 64 << 10;

  private final LibvirtRpc rpc;
  private final HypervisorEndpoint endpoint;
  private final int stream;
  private final byte[] nothing = new byte[0];
  private byte[] said = nothing;
  private int next;
  private long heard = System.nanoTime();
  private boolean asked;
  private volatile boolean closed;
  private boolean ended;

  private LibvirtConsole(LibvirtRpc rpc) {
    this.rpc = rpc;
    this.endpoint = rpc.endpoint();
    this.stream = rpc.serial();
  }

  /**
   * Opens it.
   *
   * @throws DriverException UNREACHABLE, REFUSED, DEADLINE
   */
  static LibvirtConsole open(LibvirtLogin login, Domain domain) {
    LibvirtRpc rpc = login.connect();
    boolean open = false;
    try {
      XdrWriter arguments = domain.write().absent().number(FORCE);
      rpc.call(Procedure.DOMAIN_OPEN_CONSOLE, arguments);
      open = true;
      return new LibvirtConsole(rpc);
    } finally {
      if (!open) {
        rpc.close();
      }
    }
  }

  @Override
  public int read(byte[] into) {
    if (next == said.length && !ended) {
      await();
    }
    if (next == said.length) {
      return ended || closed ? -1 : 0;
    }
    int length = Math.min(into.length, said.length - next);
    System.arraycopy(said, next, into, 0, length);
    next += length;
    return length;
  }

  private void await() {
    long deadline = System.nanoTime() + WAIT.toNanos();
    try {
      Optional<Packet> packet = rpc.link().receive(deadline);
      while (packet.isPresent() && !take(packet.get())) {
        packet = rpc.link().receive(deadline);
      }
      if (packet.isEmpty()) {
        requireLife();
      }
    } catch (IOException broken) {
      if (!closed) {
        throw unreachable("broke the connection of a console: " + broken.getMessage(), broken);
      }
      ended = true;
    }
  }

  /** Whether it is something for the reader; without content it is the end. */
  private boolean take(Packet packet) {
    heard = System.nanoTime();
    asked = false;
    if (packet.type() != Packet.STREAM || packet.serial() != stream) {
      return false;
    }
    said = packet.status() == Packet.CONTINUE ? packet.payload() : nothing;
    next = 0;
    ended = said.length == 0;
    return true;
  }

  private void requireLife() throws IOException {
    long silence = System.nanoTime() - heard;
    if (asked && silence > SILENCE.plus(endpoint.timeout()).toNanos()) {
      throw unreachable("hangs: a console showed no sign of life", null);
    }
    if (!asked && silence > SILENCE.toNanos()) {
      asked = true;
      Packet question =
          new Packet(
              Procedure.GET_LIB_VERSION.number(), Packet.CALL, stream + 1, Packet.OK, nothing);
      rpc.link().send(question, deadline());
    }
  }

  @Override
  public void write(byte[] keys) {
    for (int from = 0; from < keys.length; from += MOST_KEYS) {
      byte[] some = Arrays.copyOfRange(keys, from, Math.min(keys.length, from + MOST_KEYS));
      try {
        rpc.link()
            .send(
                LibvirtRpc.stream(Procedure.DOMAIN_OPEN_CONSOLE, stream, Packet.CONTINUE, some),
                deadline());
      } catch (IOException broken) {
        throw unreachable("broke the connection of a console: " + broken.getMessage(), broken);
      }
    }
  }

  /** {@inheritDoc} libvirt has no Break. */
  @Override
  public void sendBreak() {
    throw new DriverException(
        Kind.REFUSED, endpoint.described() + " cannot send a Break to a virtual machine.");
  }

  private long deadline() {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  private DriverException unreachable(String what, Throwable cause) {
    closed = true;
    return rpc.unreachable(what, cause);
  }

  @Override
  public void close() {
    closed = true;
    rpc.close();
  }
}
