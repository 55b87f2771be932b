package org.haas.driver.libvirt;

import java.io.IOException;
import java.time.Duration;
import org.haas.driver.wire.ByteLink;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.HypervisorEndpoint;

/** A graphical console: QEMU listens for it on a Unix socket, and nowhere else. */
final class LibvirtScreen implements VmScreen {
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final HypervisorEndpoint endpoint;
  private final ByteLink link;
  private volatile boolean closed;

  LibvirtScreen(LibvirtLogin login, String socket) {
    endpoint = login.endpoint();
    link = login.address().connect(endpoint, socket);
  }

  @Override
  public int read(byte[] into) {
    try {
      return link.read(into, System.nanoTime() + WAIT.toNanos());
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
      link.write(bytes, System.nanoTime() + endpoint.timeout().toNanos());
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private DriverException unreachable(IOException broken) {
    close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s broke the connection of a screen: %s."
            .formatted(endpoint.described(), DriverException.words("" + broken.getMessage())),
        broken);
  }

  @Override
  public void close() {
    closed = true;
    link.close();
  }
}
