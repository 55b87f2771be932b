package org.haas.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haas.spi.Secret;

/** What a call is signed with, as Standard Webhooks has it: {@code v1}, HMAC-SHA256. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String BEGINNING = "whsec_";
  private static final int KEY_BYTES = 32;

  private Signature() {}

  /** A new secret: {@code whsec_} and 32 random bytes in base64. */
  static Secret draw(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new Secret(BEGINNING + Base64.getEncoder().encodeToString(key));
  }

  /** The header {@code webhook-signature}. */
  static String of(Secret secret, String id, long seconds, String body) {
    byte[] key = Base64.getDecoder().decode(secret.reveal().substring(BEGINNING.length()));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String signed = "%s.%d.%s".formatted(id, seconds, body);
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException unknown) {
      throw new IllegalStateException(unknown);
    }
  }
}
