package org.haas.rest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.haas.document.Text;
import org.haas.spi.Secret;

/** What a header Authorization says. */
sealed interface Credentials permits Credentials.Bearer, Credentials.Basic, Credentials.Unreadable {

  /** An access token. */
  record Bearer(String token) implements Credentials {
    @Override
    public String toString() {
      return "Bearer ***";
    }
  }

  /** A name and a password. */
  record Basic(String username, Secret password) implements Credentials {}

  /** Anything else. */
  record Unreadable() implements Credentials {}

  /** Reads a header's value; never throws. */
  static Credentials parse(String header) {
    String trimmed = header.trim();
    int blank = trimmed.indexOf(' ');
    if (blank < 0) {
      return new Unreadable();
    }
    String given = trimmed.substring(blank).trim();
    return switch (trimmed.substring(0, blank).toLowerCase(Locale.ROOT)) {
      case "bearer" -> new Bearer(given);
      case "basic" -> basic(given);
      default -> new Unreadable();
    };
  }

  private static Credentials basic(String encoded) {
    try {
      String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return colon < 1 || !Text.isClean(plain)
          ? new Unreadable()
          : new Basic(plain.substring(0, colon), new Secret(plain.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return new Unreadable();
    }
  }
}
