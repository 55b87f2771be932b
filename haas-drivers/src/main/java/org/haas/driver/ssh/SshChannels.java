package org.haas.driver.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;

/** Opens the channels of a login. */
final class SshChannels {
  private SshChannels() {}

  /**
   * A channel that is not connected yet.
   *
   * @throws JSchException the login has ended; also where JSch says so by answering nothing, as it
   *     does when that happens at this very moment
   */
  static <C extends Channel> C open(Session session, String type, Class<C> kind)
      throws JSchException {
    Channel channel = session.openChannel(type);
    if (channel == null) {
      throw new JSchException("the connection ended");
    }
    return kind.cast(channel);
  }
}
