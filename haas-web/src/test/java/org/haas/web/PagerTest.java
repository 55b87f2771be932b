package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.haas.page.PageRequest;
import org.junit.jupiter.api.Test;

class PagerTest {
  @Test
  void request_anyNumber_isInRange() {
    assertThat(Pager.request(3, 25)).isEqualTo(new PageRequest(50, 25));
    assertThat(Pager.request(-1, 25)).isEqualTo(new PageRequest(0, 25));
    assertThat(Pager.request(Integer.MAX_VALUE, 25).first()).isPositive();
  }

  @Test
  void pager_lastPage_endsAtTheTotal() {
    Pager last = new Pager(3, 25, 60);

    assertThat(last.from()).isEqualTo(51);
    assertThat(last.to()).isEqualTo(60);
    assertThat(last.hasBefore()).isTrue();
    assertThat(last.hasAfter()).isFalse();
  }
}
