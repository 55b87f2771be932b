package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataTest {
  private static final String TWO_BYTES = "\u00e9";

  @Test
  void create_asLongAsItMayBe_isTakenAndOneByteMoreIsNot() {
    String longest = "#" + "x".repeat(UserData.MOST_BYTES - 1);
    assertThat(new UserData(longest).value()).isEqualTo(longest);
    assertRefused(longest + "x", "32 KiB");
    String bytes = "##" + TWO_BYTES.repeat(UserData.MOST_BYTES / 2 - 1);
    assertThat(new UserData(bytes).value()).isEqualTo(bytes);
    assertRefused(bytes + "x", "32 KiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#\u0000", "#!/bin/sh\n\u0000\n", "#\ud83d", "#\ude00\ud83d"})
  void create_whatIsNoText_isRefused(String text) {
    assertRefused(text, "text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " #", "\n#!/bin/sh", "\ufeff#cloud-config", "<a/>", "- a", "\u007fELF"})
  void create_whatCloudInitWouldNotKnow_isRefused(String text) {
    assertRefused(text, "begins with what it is");
  }

  @Test
  void toString_ofASecret_doesNotSayIt() {
    assertThat(new UserData("#cloud-config\npassword: x").toString()).doesNotContain("password");
  }

  private static void assertRefused(String text, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UserData(text))
        .withMessageContaining(words)
        .withMessageEndingWith(".");
  }
}
