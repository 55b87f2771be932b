package org.haas.driver.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import org.haas.driver.wire.ByteLink;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/**
 * One SSH login on a switch, for one thread. One command is outstanding at a time; each waits at
 * most the endpoint's time-out. After UNREACHABLE or DEADLINE the connection is gone.
 */
public final class SshSession implements AutoCloseable {
  /** The setting that allows algorithms that are no longer safe, with {@code yes}. */
  public static final String OLD_SSH = OldAlgorithms.SETTING;

  private final SwitchEndpoint endpoint;
  private final Session session;
  private final DeadlineSockets sockets;
  private final Transcript transcript;

  private SshSession(SwitchEndpoint endpoint, Session session, DeadlineSockets sockets) {
    this.endpoint = endpoint;
    this.session = session;
    this.sockets = sockets;
    this.transcript = new Transcript(endpoint);
  }

  /**
   * Logs in, with the private key or password of the endpoint, on the switch with the enrolled host
   * key only.
   *
   * @throws DriverException UNREACHABLE, REFUSED, HOST_KEY_CHANGED, DEADLINE
   */
  public static SshSession open(SwitchEndpoint endpoint) {
    String enrolled =
        endpoint
            .hostKey()
            .orElseThrow(
                () ->
                    new DriverException(
                        Kind.HOST_KEY_CHANGED,
                        endpoint.described() + " has no enrolled host key: enrol it first."));
    requireClaim(endpoint);
    DeadlineSockets sockets = new DeadlineSockets(endpoint.timeout());
    try {
      Session session = SshLogin.prepare(SshPeer.of(endpoint), new OneHostKey(enrolled), sockets);
      session.connect();
      sockets.endDeadline();
      return new SshSession(endpoint, session, sockets);
    } catch (JSchException failed) {
      sockets.abort();
      throw SshFailures.atLogin(SshPeer.of(endpoint), failed, sockets.isCut());
    }
  }

  /**
   * The host key that the switch shows, {@code <type> <base64>}. Sends neither name nor secret.
   *
   * @throws DriverException UNREACHABLE
   */
  public static String hostKey(SwitchEndpoint endpoint) {
    DeadlineSockets sockets = new DeadlineSockets(endpoint.timeout());
    OneHostKey shown = new OneHostKey("");
    try {
      SshLogin.anonymous(new JSch(), SshPeer.of(endpoint), shown, sockets).connect();
    } catch (JSchException failed) {
      if (shown.seen().isEmpty()) {
        throw SshFailures.atLogin(SshPeer.of(endpoint), failed, sockets.isCut());
      }
    } finally {
      sockets.abort();
    }
    return shown.seen().orElseThrow();
  }

  /**
   * Runs one command and waits for its end.
   *
   * @throws DriverException DEADLINE: it was not sent; UNREACHABLE: whether it ran is not known
   */
  public CommandResult run(String line) {
    try {
      requireClaim(endpoint);
    } catch (DriverException claimRanOut) {
      abort();
      throw claimRanOut;
    }
    transcript.sent(line);
    CommandResult result = exchange(line);
    transcript.heard(
        "exit %d, %s %s".formatted(result.exitCode(), result.output(), result.errors()));
    return result;
  }

  /**
   * Opens the switch's interactive command line. Closing that ends the whole login.
   *
   * @throws DriverException UNREACHABLE
   */
  Terminal terminal() {
    try {
      return SshTerminal.open(this, session, endpoint.timeout());
    } catch (JSchException | IOException refused) {
      throw unreachable("opens no command line: " + refused.getMessage(), refused);
    }
  }

  /**
   * Opens a subsystem, such as {@code netconf}. Closing that ends the whole login.
   *
   * @throws DriverException UNREACHABLE
   */
  public ByteLink subsystem(String name) {
    try {
      return new SshSubsystem(this, session, name, endpoint.timeout());
    } catch (JSchException | IOException refused) {
      throw unreachable("opens no %s: %s".formatted(name, refused.getMessage()), refused);
    }
  }

  private CommandResult exchange(String line) {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos();
    CommandOutput output = new CommandOutput();
    CommandOutput errors = new CommandOutput();
    try {
      ChannelExec channel = SshChannels.open(session, "exec", ChannelExec.class);
      channel.setCommand(line);
      channel.setInputStream(null);
      channel.setOutputStream(output);
      channel.setErrStream(errors);
      channel.connect((int) endpoint.timeout().toMillis());
      while (!channel.isClosed()) {
        requireTime(deadline);
        output.awaitEnd();
      }
      return ended(channel.getExitStatus(), output, errors);
    } catch (JSchException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), broken);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unreachable("was left, as the server is stopping", stopping);
    }
  }

  private CommandResult ended(int exitCode, CommandOutput output, CommandOutput errors) {
    if (exitCode < 0) {
      throw unreachable("ended a command without a result", null);
    }
    if (output.overflowed() || errors.overflowed()) {
      throw unreachable("answered without end", null);
    }
    return new CommandResult(exitCode, output.text(), errors.text());
  }

  private void requireTime(long deadline) {
    if (deadline - System.nanoTime() <= 0) {
      throw unreachable(
          "did not answer within %d ms".formatted(endpoint.timeout().toMillis()), null);
    }
  }

  static void requireClaim(SwitchEndpoint endpoint) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the next line.");
    }
  }

  private DriverException unreachable(String what, Throwable cause) {
    abort();
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(endpoint.described(), what), cause);
  }

  /** What was sent and not delivered never arrives. */
  void abort() {
    sockets.abort();
    session.disconnect();
  }

  @Override
  public void close() {
    session.disconnect();
  }
}
