package org.haas.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlTest {
  @Test
  void parse_ofAWebAddress_keepsIt() {
    assertThat(ServiceUrl.parse("https://wipe.example.org:8443/haas?site=a"))
        .hasToString("https://wipe.example.org:8443/haas?site=a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/",
        "http:///path",
        "http://user:password@example.org/",
        "http://example.org/#part",
        "http://example.org:99999/",
        "example.org",
        "http://exa mple.org/",
        "gopher://127.0.0.1:25/_MAIL"
      })
  void parse_ofAnythingElse_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceUrl.parse(text))
        .withMessageContaining("http or https");
  }
}
