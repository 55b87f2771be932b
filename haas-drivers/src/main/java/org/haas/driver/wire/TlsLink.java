package org.haas.driver.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/** A stream over TLS to a server whose certificate is enrolled. */
public final class TlsLink implements ByteLink {
  private final DeadlineSocket socket;
  private final InputStream in;
  private final OutputStream out;

  private TlsLink(DeadlineSocket socket, SSLSocket secure) throws IOException {
    this.socket = socket;
    this.in = secure.getInputStream();
    this.out = secure.getOutputStream();
  }

  /**
   * Connects.
   *
   * @param enrolled the SHA-256 fingerprint of the only certificate to believe, in lower-case
   *     hexadecimal
   * @param login what is shown to a server that asks who this is
   * @param deadline in {@link System#nanoTime} terms, for the handshake too
   * @throws CertificateRefused it shows another one; nothing was sent
   */
  public static TlsLink connect(HostPort at, String enrolled, TlsKey login, long deadline)
      throws IOException {
    DeadlineSocket socket = new DeadlineSocket(deadline);
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(new InetSocketAddress(at.host(), at.port()), socket.millisLeft());
      return new TlsLink(socket, Tls.over(socket, at, enrolled, login));
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The fingerprint of the certificate that is shown now, believed or not. Logs in nowhere. */
  public static String certificate(HostPort at, long deadline) throws IOException {
    try (DeadlineSocket probe = new DeadlineSocket(deadline)) {
      probe.connect(new InetSocketAddress(at.host(), at.port()), probe.millisLeft());
      return Tls.shown(probe, at);
    }
  }

  @Override
  public int read(byte[] into, long deadline) throws IOException {
    socket.deadline(deadline);
    try {
      return in.read(into);
    } catch (SocketTimeoutException nothing) {
      return 0;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Few bytes, or to a peer that reads: what the network's buffers do not take, waits beyond the
   * deadline until it is closed.
   */
  @Override
  public void write(byte[] bytes, long deadline) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Ends it by a reset: nothing that was written and is not there yet will arrive. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyGone) {
      // Closed is what is wanted.
    }
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }
}
