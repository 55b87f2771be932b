package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0mN0yJdp1WLYzTmBzxFvBDoYt3DSgzVyqBJwQm2YcR";

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  void create_noKey_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SshKey(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command=\"id\" " + KEY,
        KEY + " a\nssh-ed25519 AAAA",
        KEY + " \"quoted\"",
        KEY + " it's",
        KEY + " <b>",
        KEY + " $(id)",
        KEY + " back\\slash",
        KEY + " \u00e9",
        KEY + "\t" + "tab",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIB0mN0yJdp1WLYzTmBzxFvBDoYt3DSgzVyqBJwQm2YcR",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "ssh-ed25519 ====",
        "ssh-dss AAAAB3NzaC1kc3MAAAA",
        "-----BEGIN OPENSSH PRIVATE KEY-----"
      })
  void create_moreOrLessThanAKey_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SshKey(text));
  }

  @Test
  void create_lineOfAPubFile_isTheKeyWithoutBlanksAround() {
    assertThat(new SshKey(" " + KEY + " user@host.example+1\r\n"))
        .hasToString(KEY + " user@host.example+1");
    assertThat(new SshKey(KEY)).hasToString(KEY);
  }
}
