package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagListTest {
  private static final String TAG = "\"a,b\"";

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a,b\"", " \"a,b\"\t", "\"x\",\"a,b\"", "W/\"x\" , \"a,b\"", "*", " * "})
  void fits_oneOfThem_isSo(String header) {
    assertThat(TagList.parse(header).fits(Optional.of(TAG))).isTrue();
    assertThat(TagList.parse(header).knows(TAG)).isTrue();
  }

  @Test
  void fits_another_isNotSo() {
    TagList other = TagList.parse("\"A,b\", \"\"");
    assertThat(other.fits(Optional.of(TAG))).isFalse();
    assertThat(other.knows(TAG)).isFalse();
  }

  @Test
  void fits_weak_isNotSoButKnown() {
    TagList weak = TagList.parse("W/" + TAG);
    assertThat(weak.fits(Optional.of(TAG))).isFalse();
    assertThat(weak.knows(TAG)).isTrue();
  }

  @Test
  void fits_noSuchThing_isNotSo() {
    assertThat(TagList.parse("*").fits(Optional.empty())).isFalse();
    assertThat(TagList.parse(TAG).fits(Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "\"a",
        "a\"",
        "\"a\" \"b\"",
        "\"a\",",
        ",\"a\"",
        "*,\"a\"",
        "w/\"a\"",
        "\"a\"b",
        "\"a b\"",
        "\"a\"\"b\"",
        "W/*",
        "\"a\u0100\""
      })
  void parse_noTags_isRefused(String header) {
    assertThatThrownBy(() -> TagList.parse(header))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quotation marks");
  }

  @Test
  void tag_ofATextAndOfAnother_isTheSameOrDiffers() {
    assertThat(Tag.of("{}")).isEqualTo(Tag.of("{}")).isNotEqualTo(Tag.of("{ }"));
    assertThat(Tag.of("ü")).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(TagList.parse(Tag.of("ü")).fits(Optional.of(Tag.of("ü")))).isTrue();
  }
}
