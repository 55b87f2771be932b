package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @Test
  void parse_basic_givesNameAndPasswordWithColons() {
    Credentials parsed = Credentials.parse("Basic " + base64("ada:pass:word"));
    assertThat(parsed)
        .isInstanceOfSatisfying(
            Credentials.Basic.class,
            basic -> {
              assertThat(basic.username()).isEqualTo("ada");
              assertThat(basic.password().reveal()).isEqualTo("pass:word");
            });
    assertThat(parsed.toString()).doesNotContain("pass:word");
  }

  @Test
  void parse_bearer_givesTheTokenAndHidesIt() {
    Credentials parsed = Credentials.parse("bearer a.b.c");
    assertThat(parsed).isEqualTo(new Credentials.Bearer("a.b.c"));
    assertThat(parsed.toString()).doesNotContain("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Digest x", "Basic ***", "Basic OnBhc3M=", "Basic YWRh"})
  void parse_anythingElse_isUnreadable(String header) {
    assertThat(Credentials.parse(header)).isEqualTo(new Credentials.Unreadable());
  }

  @Test
  void parse_controlCharacterInName_isUnreadable() {
    assertThat(Credentials.parse("Basic " + base64("a\u0000b:c")))
        .isEqualTo(new Credentials.Unreadable());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
