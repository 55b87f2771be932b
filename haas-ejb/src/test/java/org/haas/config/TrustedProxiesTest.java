package org.haas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 192.0.2.7 | 198.51.100.1 | 192.0.2.7",
        "'' | 127.0.0.1 | 198.51.100.1 | 127.0.0.1",
        "127.0.0.1 | 127.0.0.1 | 198.51.100.1 | 198.51.100.1",
        "127.0.0.1 | 192.0.2.7 | 198.51.100.1 | 192.0.2.7",
        "127.0.0.1 | 127.0.0.1 | 203.0.113.9, 198.51.100.1 | 198.51.100.1",
        "127.0.0.1,198.51.100.1 | 127.0.0.1 | 203.0.113.9, 198.51.100.1 | 203.0.113.9",
        "10.0.0.0/8 | 10.200.1.2 | 198.51.100.1 | 198.51.100.1",
        "10.0.0.0/9 | 10.200.1.2 | 198.51.100.1 | 10.200.1.2",
        "10.0.0.0/8 | 10.0.0.1 | 10.0.0.9 | 10.0.0.9",
        "::1 | 0:0:0:0:0:0:0:1 | 2001:db8::7 | 2001:db8::7",
        "2001:db8::/33 | 2001:db8:8000::1 | 198.51.100.1 | 2001:db8:8000::1",
        "0.0.0.0/0 | 192.0.2.7 | 198.51.100.1 | 198.51.100.1",
        "0.0.0.0/0 | 2001:db8::7 | 198.51.100.1 | 2001:db8::7",
      })
  void client_asConfigured_isTheLastThatOneOfOursNamed(
      String proxies, String connected, String forwarded, String client) {
    assertThat(TrustedProxies.parse(proxies).client(connected, List.of(forwarded)))
        .isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "localhost",
        "example.org",
        "1.2.3",
        "1.2.3.4:80",
        "1.2.3.256",
        "<b>"
      })
  void client_notAnAddress_isTheProxyItself(String forwarded) {
    assertThat(TrustedProxies.parse("127.0.0.1").client("127.0.0.1", List.of(forwarded)))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void client_headerInTwoLines_isReadAsOne() {
    assertThat(
            TrustedProxies.parse("127.0.0.1")
                .client("127.0.0.1", List.of("203.0.113.9", "198.51.100.1")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void client_noHeader_isWhoIsConnected() {
    assertThat(TrustedProxies.parse("127.0.0.1").client("127.0.0.1", List.of()))
        .isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example.org",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.0/",
        "10.0.0",
        "10.0.0.1,,10.0.0.2"
      })
  void parse_noAddress_isRefused(String text) {
    assertThatThrownBy(() -> TrustedProxies.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
