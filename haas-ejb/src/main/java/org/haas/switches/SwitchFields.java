package org.haas.switches;

import org.haas.document.Fields;
import org.haas.document.Username;
import org.haas.spi.Secret;

/** A switch as requests describe it: alone, and in a site document. */
public final class SwitchFields {
  private static final int MAX_PORT = 65535;
  private static final int LONGEST_KEY = 16_384;

  private SwitchFields() {}

  /** A switch to register, without its ports. */
  public static SwitchSpec spec(Fields fields) {
    return new SwitchSpec(
        fields.label("name"),
        fields.text("type"),
        fields.text("host"),
        fields.optionalNumber("port", 1, MAX_PORT),
        fields.optional("username", Username::new).map(Username::value).orElse(""),
        secret(fields),
        fields.optionalText("hostKey"),
        fields.texts("settings"));
  }

  private static Secret secret(Fields fields) {
    if (fields.has("password") && fields.has("privateKey")) {
      throw fields.wrong("privateKey", "a switch has a password or a private key, not both.");
    }
    return fields
        .optionalText("password")
        .or(() -> fields.optionalLines("privateKey", LONGEST_KEY))
        .map(Secret::new)
        .orElse(Secret.NONE);
  }

  /** What a port is for; {@link PortRole#EDGE} unless it says otherwise. */
  public static PortRole role(Fields port) {
    return port.optionalWord("role", PortRole.class).orElse(PortRole.EDGE);
  }
}
