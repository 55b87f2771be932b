package org.haas.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /**
   * Computed by: printf '%s' 'evt_1.1700000000.{"a":1}' | openssl dgst -sha256 -hmac KEY -binary.
   */
  @Test
  void of_knownMessage_isWhatOpensslSays() {
    Secret secret = new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    assertThat(Signature.of(secret, "evt_1", 1_700_000_000L, "{\"a\":1}"))
        .isEqualTo("v1,cspIJ6QOsW5denZvvrapPDNrr6/6NWmxwgMnFCScM+w=");
  }

  @Test
  void draw_twice_isLongAndAnother() {
    SecureRandom random = new SecureRandom();

    assertThat(Signature.draw(random).reveal())
        .matches("whsec_[A-Za-z0-9+/]{43}=")
        .isNotEqualTo(Signature.draw(random).reveal());
  }
}
