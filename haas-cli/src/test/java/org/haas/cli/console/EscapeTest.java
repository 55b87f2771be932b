package org.haas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {
  @ParameterizedTest
  @CsvSource({
    "~.,'',LEAVE",
    "ls~.,ls~.,NONE",
    "'ls\r~.','ls\r',LEAVE",
    "~~.,~.,NONE",
    "~x~.,~x~.,NONE",
    "'~\r~.','~\r',LEAVE",
    "'\r\u001b[7;9R~.','\r\u001b[7;9R',LEAVE",
    "'\u001b[3~.','\u001b[3~.',NONE",
    "'\u001b[A~.','\u001b[A~.',NONE",
    "~B,'',BREAK",
    "~t,'',TAKE",
    "~?,'',EXPLAIN"
  })
  void keys_typed_areSentOrMeantForUs(String keys, String sent, Escape.Order last) {
    Escape escape = new Escape();
    StringBuilder typed = new StringBuilder();
    Escape.Order order = Escape.Order.NONE;
    for (int i = 0; i < keys.length(); i++) {
      Escape.Found found = escape.next(keys.charAt(i));
      typed.append(found.typed());
      order = found.order();
    }

    assertThat(typed).hasToString(sent);
    assertThat(order).isEqualTo(last);
  }
}
