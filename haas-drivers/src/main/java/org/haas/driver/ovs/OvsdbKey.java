package org.haas.driver.ovs;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A certificate's fingerprint in the form of a host key: {@code tls-sha256 <base64>}. */
final class OvsdbKey {
  private static final String TYPE = "tls-sha256 ";

  private OvsdbKey() {}

  /** From the SHA-256 in hexadecimal. */
  static String of(String fingerprint) {
    return TYPE + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(fingerprint));
  }

  /** The SHA-256 in hexadecimal; empty where no certificate is enrolled, so that none fits. */
  static String fingerprint(Optional<String> enrolled) {
    try {
      return enrolled
          .filter(key -> key.startsWith(TYPE))
          .map(key -> Base64.getDecoder().decode(key.substring(TYPE.length())))
          .map(HexFormat.of()::formatHex)
          .orElse("");
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
