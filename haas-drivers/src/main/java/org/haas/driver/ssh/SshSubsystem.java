package org.haas.driver.ssh;

import com.jcraft.jsch.ChannelSubsystem;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.haas.driver.wire.ByteLink;

/** The bytes of a subsystem. Closing it ends the login, with a reset. */
final class SshSubsystem implements ByteLink {
  private final SshSession owner;
  private final Session session;
  private final SshOutput output = new SshOutput();
  private final OutputStream input;

  SshSubsystem(SshSession owner, Session session, String name, Duration timeout)
      throws JSchException, IOException {
    this.owner = owner;
    this.session = session;
    ChannelSubsystem channel = SshChannels.open(session, "subsystem", ChannelSubsystem.class);
    channel.setSubsystem(name);
    channel.setOutputStream(output);
    input = channel.getOutputStream();
    channel.connect((int) timeout.toMillis());
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

  /** Messages are much shorter than the peer's window, so this does not wait for it. */
  @Override
  public void write(byte[] bytes, long deadline) throws IOException {
    input.write(bytes);
    input.flush();
  }

  @Override
  public void close() {
    output.close();
    owner.abort();
  }
}
