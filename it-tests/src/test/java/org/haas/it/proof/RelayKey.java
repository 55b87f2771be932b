package org.haas.it.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.haas.it.Running;

/**
 * Makes tickets as instances make them for one another, without their code: who has the master key
 * gets in, and nobody else.
 *
 * @param node whose console is meant
 */
record RelayKey(String node) {
  /** The key of the running HaaS. */
  static final byte[] OURS = master();

  /** Some other key. */
  static final byte[] FOREIGN = new byte[32];

  private static final int NONCE_BYTES = 12;

  private static byte[] master() {
    try {
      String text = Files.readString(Running.state().resolve("master.key")).strip();
      return Base64.getDecoder().decode(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** For whoever has the console now. */
  String ticket(byte[] key) {
    List<String> row;
    try (Records records = Records.open()) {
      row =
          records
              .rows(
                  """
                  select c.holder, n.id, c.tenure,
                    cast(extract(epoch from clock_timestamp()) * 1000 as bigint)
                  from console c join node n on n.id = c.node_id where n.label = '%s'"""
                      .formatted(node))
              .get(0);
    }
    String json =
        """
        {"node":%s,"label":"%s","tenure":"%s","issuer":"nobody","subject":"nobody",
         "username":"nobody","admin":true,"replay":true,"millis":%s}"""
            .formatted(row.get(1), node, row.get(2), row.get(3));
    return sealed(key, "relay/" + row.get(0), json);
  }

  private static String sealed(byte[] key, String place, String json) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      byte[] text = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
      byte[] whole = ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
