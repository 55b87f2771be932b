package org.haas.driver.emulator;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** Algorithms that nobody should use any more, as an old switch has them, and no others. */
final class OldSsh {
  private static final int KEY_BITS = 2048;

  private OldSsh() {}

  /** Makes the server as old as that; answers its host key. */
  static KeyPair become(SshServer server) {
    KeyPair key = key();
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            true,
            List.of(BuiltinDHFactories.resolveFactory("diffie-hellman-group14-sha1")),
            ServerBuilder.DH2KEX));
    server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
    server.setCipherFactories(List.of(BuiltinCiphers.aes128cbc));
    server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
    return key;
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
