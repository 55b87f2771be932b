package org.haas.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 1000", "2147483647, 100"})
  void pageRequest_inRange_isKept(int first, int limit) {
    PageRequest request = new PageRequest(first, limit);
    assertThat(request.first()).isEqualTo(first);
    assertThat(request.limit()).isEqualTo(limit);
  }

  @Test
  void pageRequest_negativeOffset_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(-1, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1001})
  void pageRequest_limitOutOfRange_isRefused(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(0, limit));
  }

  @Test
  void page_itsListChanged_staysAsItWas() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, 10);
    items.add("b");
    assertThat(page.items()).containsExactly("a");
    assertThatThrownBy(() -> page.items().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
