package org.haas.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
  @Test
  void object_numberOfThousandsOfDigits_isRefusedByASentence() {
    byte[] document = ("{\"a\":" + "9".repeat(5000) + "}").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StrictJson.object(document))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("too many digits");
  }
}
