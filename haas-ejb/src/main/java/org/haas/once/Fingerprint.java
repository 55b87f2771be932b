package org.haas.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a request, in hexadecimal digits: whether two are the same. */
public record Fingerprint(String digest) {
  private static final String FORM = "[0-9a-f]{64}";

  /** Checks the form. */
  public Fingerprint {
    if (!digest.matches(FORM)) {
      throw new IllegalArgumentException("This is no SHA-256.");
    }
  }

  /**
   * Of a request.
   *
   * @param method such as {@code POST}
   * @param target path and query as they were sent, without a line end
   * @param body every byte of it
   */
  public static Fingerprint of(String method, String target, byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((method + "\n" + target + "\n").getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(sha.digest(body)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
