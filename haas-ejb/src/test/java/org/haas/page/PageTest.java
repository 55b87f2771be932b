package org.haas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void of_fewerThanAsked_endsThereUncounted() {
    assertThat(Page.of(new PageRequest(10, 3), List.of("k", "l"), PageTest::never))
        .isEqualTo(new Page<>(List.of("k", "l"), 12));
  }

  @Test
  void of_exactlyAsManyAsAsked_endsThereUncounted() {
    assertThat(Page.of(new PageRequest(0, 2), List.of("a", "b"), PageTest::never))
        .isEqualTo(new Page<>(List.of("a", "b"), 2));
  }

  @Test
  void of_oneTooMany_isCutAndCounted() {
    assertThat(Page.of(new PageRequest(0, 2), List.of("a", "b", "c"), () -> 7))
        .isEqualTo(new Page<>(List.of("a", "b"), 7));
  }

  @Test
  void of_emptyList_isNothingUncounted() {
    assertThat(Page.of(new PageRequest(0, 2), List.of(), PageTest::never))
        .isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void of_pastTheEnd_isCounted() {
    assertThat(Page.of(new PageRequest(50, 2), List.of(), () -> 7))
        .isEqualTo(new Page<>(List.of(), 7));
  }

  private static long never() {
    throw new AssertionError("counted");
  }
}
