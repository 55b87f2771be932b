package org.haas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenSecretTest {
  private static final String ONE = "haas_" + "a".repeat(43);

  @Test
  void draw_twice_areTwoThatHaveTheForm() {
    SecureRandom random = new SecureRandom();
    ApiTokenSecret first = ApiTokenSecret.draw(random);
    ApiTokenSecret second = ApiTokenSecret.draw(random);
    assertThat(first.text()).isNotEqualTo(second.text());
    assertThat(ApiTokenSecret.isOne(first.text())).isTrue();
    assertThat(new ApiTokenSecret(first.text()).digest()).isEqualTo(first.digest());
  }

  @Test
  void digest_ofAToken_isItsSha256() {
    assertThat(HexFormat.of().formatHex(new ApiTokenSecret(ONE).digest()))
        .isEqualTo("65f2d8a25bbdcc5f499f2a2eeb3202c2fe929849b0a34e40b50834da5c9033ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "haas_",
        "haas",
        "haas_\u0000",
        "haas_ä",
        "Bearer haas_",
        "eyJ.eyJ.x",
        "haas_\n"
      })
  void secret_otherForm_isNone(String text) {
    String filled = text + "b".repeat(Math.max(0, 47 - text.length()));
    assertThat(ApiTokenSecret.isOne(filled)).isFalse();
    assertThatThrownBy(() -> new ApiTokenSecret(filled)).hasMessageContaining("haas_");
  }

  @Test
  void secret_longer_isNone() {
    assertThat(ApiTokenSecret.isOne(ONE)).isTrue();
    assertThat(ApiTokenSecret.isOne(ONE + "a")).isFalse();
    assertThat(ApiTokenSecret.isOne(ONE + "\n")).isFalse();
    assertThat(ApiTokenSecret.isOne(ONE.repeat(10_000))).isFalse();
  }

  @Test
  void toString_ofASecret_hidesIt() {
    assertThat(new ApiTokenSecret(ONE)).hasToString("haas_***");
  }
}
