package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haas.document.InvalidRequest;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  @Test
  void read_largerThanTheLimit_is413() {
    byte[] large = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> BodyReader.read(new ByteArrayInputStream(large), large.length - 1))
        .isInstanceOfSatisfying(
            InvalidRequest.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
  }

  @Test
  void read_nothing_isAnEmptyObject() throws IOException {
    Body body = BodyReader.read(new ByteArrayInputStream(new byte[0]), 100);
    boolean has = body.read(fields -> fields.has("a"));
    assertThat(has).isFalse();
  }
}
