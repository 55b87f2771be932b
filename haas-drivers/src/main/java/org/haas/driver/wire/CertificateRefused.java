package org.haas.driver.wire;

import java.io.IOException;
import java.util.Optional;

/** A TLS certificate that is neither valid nor the enrolled one. Nothing was sent. */
public final class CertificateRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final String shown;

  CertificateRefused(Optional<String> shown, Throwable cause) {
    super("the certificate is neither valid nor the enrolled one", cause);
    this.shown = shown.orElse("");
  }

  /** The SHA-256 fingerprint of what was shown, in lower-case hexadecimal; empty if nothing was. */
  public String shown() {
    return shown;
  }
}
