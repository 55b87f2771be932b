package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {
  private static final ListAddress LIST =
      ListAddress.of("/nodes").with("show", "free").with("page", "3");

  @Test
  void with_nothing_isThePath() {
    assertThat(ListAddress.of("/nodes")).hasToString("/nodes");
  }

  @Test
  void with_anotherFilter_beginsAtPageOne() {
    assertThat(LIST.with("text", "a b&c")).hasToString("/nodes?show=free&text=a+b%26c");
  }

  @Test
  void with_anotherPage_keepsTheFilter() {
    assertThat(LIST.with("page", "4")).hasToString("/nodes?show=free&page=4");
  }

  @Test
  void with_emptyValue_takesTheFilterAway() {
    assertThat(LIST.with("show", "")).hasToString("/nodes");
  }
}
