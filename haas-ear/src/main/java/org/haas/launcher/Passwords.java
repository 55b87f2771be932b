package org.haas.launcher;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets. */
final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Passwords() {}

  /** A password of letters and digits, without those that look alike. */
  static String random(int length) {
    StringBuilder password = new StringBuilder();
    RANDOM.ints(length, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
    return password.toString();
  }

  /** Random bytes in Base64. */
  static String key(int sizeBytes) {
    byte[] key = new byte[sizeBytes];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
