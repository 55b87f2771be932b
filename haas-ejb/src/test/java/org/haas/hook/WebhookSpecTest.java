package org.haas.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSpecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "http:///x",
        "http://user@example.org/",
        "http://example.org/#part",
        "http://example.org:0/",
        "http://example.org:70000/",
        "http://example.org/a b",
        "http://example.org/\r\nX: y",
        "file:///etc/passwd"
      })
  void url_thatIsNone_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HookUrl.parse(text));
  }

  @Test
  void url_parts_areAsTheyAreAskedFor() {
    HookUrl url = HookUrl.parse("https://[2001:db8::1]/a%20b?c=d");

    assertThat(url.host()).isEqualTo("2001:db8::1");
    assertThat(url.port()).isEqualTo(443);
    assertThat(url.path()).isEqualTo("/a%20b?c=d");
    assertThat(HookUrl.parse("http://example.org").path()).isEqualTo("/");
  }

  @Test
  void pattern_wordOrAllOfAKind_fitsThose() {
    assertThat(new EventPattern("node.*").fits("node.reserved")).isTrue();
    assertThat(new EventPattern("node.*").fits("nodes.reserved")).isFalse();
    assertThat(new EventPattern("change-set.undone").fits("change-set.undone")).isTrue();
    assertThat(new EventPattern("node.reserved").fits("node.released")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "node", "node.", "Node.reserved", "node.reserved.*", "node *"})
  void pattern_ofAnotherForm_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EventPattern(text));
  }
}
