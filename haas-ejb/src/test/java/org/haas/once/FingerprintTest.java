package org.haas.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void of_sameRequest_isTheSame() {
    assertThat(of("POST", "/api/v1/networks", "{}"))
        .isEqualTo(of("POST", "/api/v1/networks", "{}"));
  }

  @Test
  void of_anythingDifferent_isAnother() {
    assertThat(
            List.of(
                of("POST", "/a", "{}"),
                of("PUT", "/a", "{}"),
                of("POST", "/b", "{}"),
                of("POST", "/a?dryRun=true", "{}"),
                of("POST", "/a", "{ }"),
                of("POST", "/a", "")))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_knownRequest_isItsSha256() {
    assertThat(of("POST", "/a", "{}").digest())
        .isEqualTo("2a7d94a743c4c534485b760dcedebbeffa0b5afebabfe6ff15973d2cf32adf35");
  }

  @Test
  void fingerprint_noSha256_isRefused() {
    assertThatThrownBy(() -> new Fingerprint("abc")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Fingerprint of(String method, String target, String body) {
    return Fingerprint.of(method, target, body.getBytes(UTF_8));
  }
}
