package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.haas.spi.Channel;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void facts_jsonTexts_arePlainAndInOrder() {
    assertThat(Words.facts(Map.of("ram", "\"512 GiB\"", "cores", "64", "odd", "{\"a\":[1]}")))
        .containsExactly(
            new Fact("cores", "64"), new Fact("odd", "{\"a\":[1]}"), new Fact("ram", "512 GiB"));
  }

  @Test
  void plain_noJson_isItself() {
    assertThat(Words.plain("{half")).isEqualTo("{half");
  }

  @Test
  void vlan_taggedOrNative_isItsNumberOrNothing() {
    assertThat(Words.vlan(Channel.parse("vlan/235"))).isEqualTo("235");
    assertThat(Words.vlan(Channel.NATIVE)).isEmpty();
  }
}
