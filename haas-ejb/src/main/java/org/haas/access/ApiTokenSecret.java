package org.haas.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An API token as its bearer sends it. Its digest is all that is kept: of 256 random bits that is
 * as good as a slow hash of a password.
 *
 * @param text {@code haas_} and 43 characters
 */
public record ApiTokenSecret(String text) {
  private static final String BEGINNING = "haas_";
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("haas_[A-Za-z0-9_-]{43}");

  /** Has the form of one. */
  public ApiTokenSecret {
    if (!FORM.matcher(Objects.requireNonNull(text)).matches()) {
      throw new IllegalArgumentException("An API token is haas_ and 43 letters, digits, _ and -.");
    }
  }

  /** A new one, that nobody can guess. */
  public static ApiTokenSecret draw(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new ApiTokenSecret(
        BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Whether somebody who sends this means an API token, be it one or not. */
  static boolean isMeant(String bearer) {
    return bearer.startsWith(BEGINNING);
  }

  /** Whether this has the form of one. */
  static boolean isOne(String bearer) {
    return FORM.matcher(bearer).matches();
  }

  /** By which it is found. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  @Override
  public String toString() {
    return "haas_***";
  }
}
