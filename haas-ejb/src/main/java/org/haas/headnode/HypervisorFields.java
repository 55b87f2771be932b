package org.haas.headnode;

import org.haas.document.Fields;
import org.haas.document.Username;
import org.haas.spi.Secret;

/** A hypervisor as requests describe it. */
public final class HypervisorFields {
  private static final int LONGEST_KEY = 16_384;

  private HypervisorFields() {}

  /** A hypervisor to register. */
  public static HypervisorSpec spec(Fields fields) {
    return new HypervisorSpec(
        fields.label("name"),
        fields.text("type"),
        fields.text("address"),
        fields.optional("username", Username::new).map(Username::value).orElse(""),
        secret(fields),
        fields.optionalText("hostKey"),
        fields.texts("settings"));
  }

  private static Secret secret(Fields fields) {
    if (fields.has("password") && fields.has("privateKey")) {
      throw fields.wrong("privateKey", "a hypervisor has a password or a private key, not both.");
    }
    return fields
        .optionalText("password")
        .or(() -> fields.optionalLines("privateKey", LONGEST_KEY))
        .map(Secret::new)
        .orElse(Secret.NONE);
  }
}
