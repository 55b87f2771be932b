package org.haas.driver.ssh;

import com.jcraft.jsch.ChannelShell;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** A serial console that a controller offers by SSH. */
public final class SshConsole implements BmcConsole {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration ALIVE = Duration.ofSeconds(5);

  private final BmcEndpoint endpoint;
  private final DeadlineSockets sockets;
  private final Session session;
  private final SshOutput output = new SshOutput();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final OutputStream keyboard;
  private volatile Runnable whenClosed = () -> {};

  private SshConsole(
      BmcEndpoint endpoint, DeadlineSockets sockets, Session session, ChannelShell channel)
      throws JSchException, IOException {
    this.endpoint = endpoint;
    this.sockets = sockets;
    this.session = session;
    channel.setPtyType("vt100");
    channel.setOutputStream(output);
    keyboard = channel.getOutputStream();
    channel.connect((int) endpoint.timeout().toMillis());
  }

  /**
   * Logs in, with the endpoint's name and secret, where exactly that host key is shown.
   *
   * @param hostKey its SHA-256 in hexadecimal
   * @param command what to type first; empty: nothing
   * @throws DriverException UNREACHABLE, REFUSED, HOST_KEY_CHANGED, DEADLINE
   */
  public static SshConsole open(BmcEndpoint endpoint, HostPort at, String hostKey, String command) {
    SshPeer peer = SshPeer.of(endpoint, at);
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the login.");
    }
    DeadlineSockets sockets = new DeadlineSockets(endpoint.timeout());
    try {
      Session session = SshLogin.prepare(peer, OneHostKey.withFingerprint(hostKey), sockets);
      session.connect();
      sockets.endDeadline();
      session.setServerAliveInterval((int) ALIVE.toMillis());
      ChannelShell channel = SshChannels.open(session, "shell", ChannelShell.class);
      SshConsole console = new SshConsole(endpoint, sockets, session, channel);
      if (!command.isEmpty()) {
        console.write((command + "\r").getBytes(StandardCharsets.UTF_8));
      }
      return console;
    } catch (JSchException failed) {
      sockets.abort();
      throw SshFailures.atLogin(peer, failed, sockets.isCut());
    } catch (IOException broken) {
      sockets.abort();
      throw unreachable(endpoint, broken);
    }
  }

  /** What to do when it is closed. */
  public void whenClosed(Runnable step) {
    whenClosed = step;
  }

  @Override
  public int read(byte[] into) {
    if (closed.get()) {
      return -1;
    }
    try {
      int length = output.take(into, WAIT);
      if (length == 0 && !session.isConnected()) {
        return ended();
      }
      return length;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unreachable(endpoint, new IOException("the server is stopping", stopping));
    }
  }

  private int ended() {
    if (closed.get()) {
      return -1;
    }
    close();
    throw unreachable(endpoint, new IOException("the connection broke"));
  }

  @Override
  public void write(byte[] keys) {
    try {
      keyboard.write(keys);
      keyboard.flush();
    } catch (IOException broken) {
      throw unreachable(endpoint, broken);
    }
  }

  /** {@inheritDoc} SSH as JSch speaks it has no Break. */
  @Override
  public void sendBreak() {
    throw new DriverException(
        Kind.REFUSED, endpoint.described() + " takes no Break: its console is reached by SSH.");
  }

  private static DriverException unreachable(BmcEndpoint endpoint, IOException broken) {
    return new DriverException(
        Kind.UNREACHABLE,
        "%s broke its console: %s."
            .formatted(endpoint.described(), DriverException.words("" + broken.getMessage())),
        broken);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      whenClosed.run();
      output.close();
      sockets.abort();
      session.disconnect();
    }
  }
}
