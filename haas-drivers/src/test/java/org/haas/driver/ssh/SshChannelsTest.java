package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.nio.charset.StandardCharsets;
import org.haas.driver.emulator.EmulatedCommand;
import org.haas.driver.emulator.SshEmulator;
import org.junit.jupiter.api.Test;

class SshChannelsTest {
  /** JSch answers nothing to whatever goes wrong there, as it does to a type it does not know. */
  @Test
  void open_jschAnswersNothing_isAnException() throws Exception {
    try (SshEmulator server =
        new SshEmulator("haas", "open sesame", false, line -> EmulatedCommand.done("ok"))) {
      Session session = new JSch().getSession("haas", "127.0.0.1", server.port());
      session.setPassword("open sesame".getBytes(StandardCharsets.US_ASCII));
      session.setConfig("StrictHostKeyChecking", "no");
      session.connect();
      try {
        assertThatThrownBy(() -> SshChannels.open(session, "unknown", ChannelExec.class))
            .isInstanceOf(JSchException.class)
            .hasMessage("the connection ended");
      } finally {
        session.disconnect();
      }
    }
  }
}
