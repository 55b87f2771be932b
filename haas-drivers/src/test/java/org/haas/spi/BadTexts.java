package org.haas.spi;

import java.util.stream.Stream;

/** What is never a name of anything. */
final class BadTexts {
  private BadTexts() {}

  static Stream<String> all() {
    return Stream.of(
        null,
        "",
        " ",
        " a",
        "a ",
        "a b",
        "a\n",
        "a\r\nshutdown",
        "\u0000",
        "a\u0000b",
        "a\tb",
        "../../etc/passwd",
        "..",
        ".",
        "/etc/passwd",
        "-rf",
        "'; drop table node; --",
        "a' or '1'='1",
        "a;reboot",
        "a|b",
        "a&b",
        "`id`",
        "$(id)",
        "a<b>",
        "a\"b",
        "a\\b",
        "a*",
        "a,b",
        "a=b",
        "[a]",
        "{a}",
        "n\u00f6de",
        "\u0430dmin",
        "node\u200b",
        "\u202enode",
        "\ud83d\ude00",
        "a".repeat(65),
        "a".repeat(100_000));
  }
}
