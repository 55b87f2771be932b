package org.haas.rest.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The strong tag of an answer: a digest of its text, so that another text has another tag, and
 * nobody has to remember to change one.
 */
final class Tag {
  private static final int BYTES = 16;

  private Tag() {}

  static String of(String text) {
    byte[] digest = Arrays.copyOf(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
