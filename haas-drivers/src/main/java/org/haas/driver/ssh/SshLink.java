package org.haas.driver.ssh;

import com.jcraft.jsch.ChannelDirectStreamLocal;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.haas.driver.wire.ByteLink;
import org.haas.driver.wire.HostPort;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorEndpoint;

/**
 * A stream to a Unix socket of another machine, by an SSH connection of its own (OpenSSH's
 * direct-streamlocal). Nothing of the other machine listens on a network for it but its sshd.
 */
public final class SshLink implements ByteLink {
  private static final Duration ALIVE = Duration.ofSeconds(5);

  private final DeadlineSockets sockets;
  private final Session session;
  private final SshOutput output = new SshOutput();
  private final OutputStream input;

  private SshLink(DeadlineSockets sockets, Session session, String path, Duration timeout)
      throws JSchException, IOException {
    this.sockets = sockets;
    this.session = session;
    ChannelDirectStreamLocal channel =
        SshChannels.open(session, "direct-streamlocal@openssh.com", ChannelDirectStreamLocal.class);
    channel.setSocketPath(path);
    channel.setOutputStream(output);
    input = channel.getOutputStream();
    channel.connect((int) timeout.toMillis());
  }

  /**
   * Logs in, where exactly the enrolled host key is shown, and connects to the socket.
   *
   * @throws DriverException UNREACHABLE, REFUSED, HOST_KEY_CHANGED, DEADLINE
   */
  public static SshLink open(HypervisorEndpoint endpoint, HostPort at, String path) {
    String enrolled =
        endpoint
            .hostKey()
            .orElseThrow(
                () ->
                    new DriverException(
                        Kind.HOST_KEY_CHANGED,
                        endpoint.described() + " has no enrolled host key: enrol it first."));
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the login.");
    }
    DeadlineSockets sockets = new DeadlineSockets(endpoint.timeout());
    SshPeer peer = SshPeer.of(endpoint, at);
    Session session = login(peer, new OneHostKey(enrolled), sockets);
    try {
      return new SshLink(sockets, session, path, endpoint.timeout());
    } catch (JSchException | IOException refused) {
      sockets.abort();
      session.disconnect();
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s does not let its account to the socket %s: is libvirt running, and may the account?"
              .formatted(endpoint.described(), path),
          refused);
    }
  }

  private static Session login(SshPeer peer, OneHostKey hostKey, DeadlineSockets sockets) {
    try {
      Session session = SshLogin.prepare(peer, hostKey, sockets);
      session.connect();
      sockets.endDeadline();
      session.setServerAliveInterval((int) ALIVE.toMillis());
      return session;
    } catch (JSchException failed) {
      sockets.abort();
      throw SshFailures.atLogin(peer, failed, sockets.isCut());
    }
  }

  /**
   * The host key that is shown, {@code <type> <base64>}. Sends neither name nor secret.
   *
   * @throws DriverException UNREACHABLE
   */
  public static String hostKey(HypervisorEndpoint endpoint, HostPort at) {
    DeadlineSockets sockets = new DeadlineSockets(endpoint.timeout());
    SshPeer peer = SshPeer.of(endpoint, at);
    OneHostKey shown = new OneHostKey("");
    try {
      SshLogin.anonymous(new JSch(), peer, shown, sockets).connect();
    } catch (JSchException failed) {
      if (shown.seen().isEmpty()) {
        throw SshFailures.atLogin(peer, failed, sockets.isCut());
      }
    } finally {
      sockets.abort();
    }
    return shown.seen().orElseThrow();
  }

  @Override
  public int read(byte[] into, long deadline) throws IOException {
    try {
      Duration left = Duration.ofNanos(Math.max(deadline - System.nanoTime(), 0));
      int length = output.take(into, left);
      if (length == 0 && !session.isConnected()) {
        throw new IOException("the connection broke");
      }
      return length;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", stopping);
    }
  }

  /** The peer's window is larger than anything that is sent here, so this does not wait for it. */
  @Override
  public void write(byte[] bytes, long deadline) throws IOException {
    input.write(bytes);
    input.flush();
  }

  @Override
  public void close() {
    output.close();
    sockets.abort();
    session.disconnect();
  }
}
