package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
  @Test
  void parse_hostAlone_hasNoPort() {
    assertThat(HostAndPort.parse("switch7.example.org"))
        .isEqualTo(new HostAndPort("switch7.example.org", Optional.empty()));
  }

  @Test
  void parse_hostWithPort_hasBoth() {
    assertThat(HostAndPort.parse("10.0.0.7:2222"))
        .isEqualTo(new HostAndPort("10.0.0.7", Optional.of(2222)));
  }

  @Test
  void parse_addressOfVersion6_isHostAlone() {
    assertThat(HostAndPort.parse("fe80::1"))
        .isEqualTo(new HostAndPort("fe80::1", Optional.empty()));
  }

  @Test
  void parse_addressOfVersion6InBrackets_takesPort() {
    assertThat(HostAndPort.parse("[fe80::1]:22"))
        .isEqualTo(new HostAndPort("fe80::1", Optional.of(22)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":22", "host:", "host:0", "host:65536", "host:x", "-oProxy", "a b", "h;ls"})
  void parse_anythingElse_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HostAndPort.parse(text));
  }
}
