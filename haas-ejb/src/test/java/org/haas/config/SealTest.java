package org.haas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  private static final String PLACE = "switch/tor-1/secret";
  @TempDir private Path folder;

  @Test
  void open_whatWasClosedForThatPlace_isTheSecret() throws IOException {
    Seal seal = seal(1);
    Secret secret = new Secret("correct horse, Käsekuchen");
    assertThat(seal.open(seal.close(secret, PLACE), PLACE).reveal()).isEqualTo(secret.reveal());
  }

  @Test
  void close_twice_givesDifferentBytesWithoutTheSecret() throws IOException {
    Seal seal = seal(1);
    Secret secret = new Secret("correct horse");
    byte[] once = seal.close(secret, PLACE);
    assertThat(once).isNotEqualTo(seal.close(secret, PLACE));
    assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
  }

  @Test
  void open_forAnotherPlace_isRefused() throws IOException {
    Seal seal = seal(1);
    byte[] sealed = seal.close(new Secret("s"), PLACE);
    assertThatIllegalStateException()
        .isThrownBy(() -> seal.open(sealed, "switch/tor-2/secret"))
        .withMessageContaining("switch/tor-2/secret");
  }

  @Test
  void open_withAnotherKey_isRefused() throws IOException {
    byte[] sealed = seal(1).close(new Secret("s"), PLACE);
    Seal other = seal(2);
    assertThatIllegalStateException().isThrownBy(() -> other.open(sealed, PLACE));
  }

  @Test
  void open_anyByteChanged_isRefused() throws IOException {
    Seal seal = seal(1);
    byte[] sealed = seal.close(new Secret("secret"), PLACE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatIllegalStateException().isThrownBy(() -> seal.open(changed, PLACE));
    }
  }

  @Test
  void open_cutOff_isRefused() throws IOException {
    Seal seal = seal(1);
    byte[] sealed = seal.close(new Secret("secret"), PLACE);
    for (int length = 0; length < sealed.length; length++) {
      byte[] rest = Arrays.copyOf(sealed, length);
      assertThatIllegalStateException().isThrownBy(() -> seal.open(rest, PLACE));
    }
  }

  @Test
  void seal_noFileConfigured_saysWhichVariable() {
    HaasConfig config = new HaasConfig(new SettingsInMemory(Map.of()));
    assertThatIllegalStateException()
        .isThrownBy(() -> new Seal(config))
        .withMessageContaining("HAAS_MASTER_KEY_FILE");
  }

  @Test
  void seal_fileMissing_namesIt() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> new Seal(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void seal_fileWithoutAKey_isRefusedWithoutShowingIt() throws IOException {
    Path bad = folder.resolve("bad");
    for (String text : new String[] {"", "not base64!", "c2hvcnQ="}) {
      Files.writeString(bad, text);
      assertThatIllegalStateException()
          .isThrownBy(() -> new Seal(bad))
          .withMessage(bad + " does not hold 32 bytes in base64.");
    }
  }

  private Seal seal(int key) throws IOException {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    Path file = folder.resolve("key-" + key);
    Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
    return new Seal(file);
  }
}
