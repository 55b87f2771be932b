package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.haas.page.Page;
import org.haas.page.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void parse_whatWasWritten_isTheSame() {
    assertThat(Cursor.parse(new Cursor(4200).toString())).isEqualTo(new Cursor(4200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "&&&", "YWZ0ZXI6", "YWZ0ZXI6LTE", "YWZ0ZXI6OTk5OTk5OTk5OTk5"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void after_moreToCome_saysWhere() {
    PageRequest asked = new PageRequest(10, 2);
    assertThat(Cursor.after(asked, new Page<>(List.of("a", "b"), 13))).contains(new Cursor(12));
  }

  @Test
  void after_theEnd_isEmpty() {
    PageRequest asked = new PageRequest(10, 2);
    assertThat(Cursor.after(asked, new Page<>(List.of("a", "b"), 12))).isEmpty();
    assertThat(Cursor.after(asked, new Page<>(List.of(), 12))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void page_limitOutOfRange_namesTheLimit(int limit) {
    assertThatThrownBy(() -> Cursor.page(null, limit)).hasMessageStartingWith("limit: ");
  }
}
