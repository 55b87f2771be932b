package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {
  @Test
  void append_anyPartsAnyCapacity_keepsTheNewestAtTheirPositions() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      int capacity = 1 + random.nextInt(10_000);
      Ring ring = new Ring(capacity);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int part = 0; part < 30; part++) {
        byte[] bytes = new byte[random.nextInt(3 * capacity / 2 + 1)];
        random.nextBytes(bytes);
        ring.append(bytes, bytes.length);
        all.writeBytes(bytes);
        byte[] expected = all.toByteArray();
        int kept = (int) (ring.end() - ring.begin());
        assertThat(ring.end()).isEqualTo(expected.length);
        assertThat(kept).isLessThanOrEqualTo(capacity);
        assertThat(kept)
            .isGreaterThanOrEqualTo(Math.min(expected.length, Math.min(4096, capacity)));
        assertThat(ring.copy(ring.begin(), ring.end()))
            .isEqualTo(Arrays.copyOfRange(expected, expected.length - kept, expected.length));
      }
    }
  }

  @Test
  void append_moreThanTheCapacity_keepsExactlyTheCapacity() {
    Ring ring = new Ring(256 * 1024);

    ring.append(new byte[1_000_000], 1_000_000);

    assertThat(ring.end() - ring.begin()).isEqualTo(256 * 1024);
  }
}
