package org.haas.node;

import java.util.Locale;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.document.Username;
import org.haas.spi.Secret;

/** A management controller as requests describe it: alone, and in a site document. */
public final class BmcFields {
  private BmcFields() {}

  /** A controller to record. */
  public static BmcSpec spec(Fields fields) {
    return new BmcSpec(
        fields.text("type"),
        fields.text("address"),
        fields.optional("username", Username::new).map(Username::value).orElse(""),
        fields.optionalText("password").map(Secret::new).orElse(Secret.NONE),
        certificate(fields),
        fields.texts("settings"));
  }

  /** A fingerprint as tools print it: with or without colons, in any case. */
  private static Optional<String> certificate(Fields fields) {
    return fields.optional("certificate", BmcFields::fingerprint);
  }

  private static String fingerprint(String text) {
    String plain = text.replace(":", "").toLowerCase(Locale.ROOT);
    if (!plain.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A certificate is enrolled by its SHA-256 fingerprint: 64 hexadecimal digits, with or"
              + " without colons.");
    }
    return plain;
  }
}
