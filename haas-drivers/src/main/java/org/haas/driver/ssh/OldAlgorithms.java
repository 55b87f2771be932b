package org.haas.driver.ssh;

import com.jcraft.jsch.Session;
import java.util.Map;

/**
 * Algorithms that are no longer safe, and without which the SSH of old switches cannot be reached.
 * For one session, and only where the administrator says so by the switch's setting {@value
 * #SETTING}; what is safe is still preferred.
 */
final class OldAlgorithms {
  /** The setting: {@code yes} allows them, anything else does not. */
  static final String SETTING = "old_ssh";

  private static final Map<String, String> MORE =
      Map.of(
          "kex",
          "diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1"
              + ",diffie-hellman-group1-sha1",
          "server_host_key",
          "ssh-rsa",
          "PubkeyAcceptedAlgorithms",
          "ssh-rsa",
          "cipher.c2s",
          "aes128-cbc,aes256-cbc,3des-cbc",
          "cipher.s2c",
          "aes128-cbc,aes256-cbc,3des-cbc",
          "mac.c2s",
          "hmac-sha1",
          "mac.s2c",
          "hmac-sha1");

  private OldAlgorithms() {}

  static void allow(SshPeer peer, Session session) {
    if (!"yes".equals(peer.settings().get(SETTING))) {
      return;
    }
    MORE.forEach((key, more) -> session.setConfig(key, session.getConfig(key) + "," + more));
    session.setConfig("dhgex_min", "1024");
  }
}
