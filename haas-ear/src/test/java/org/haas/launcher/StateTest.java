package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
  @TempDir private Path folder;
  private State state;

  @BeforeEach
  void open() throws IOException {
    state = State.open(folder.resolve("a/state"));
  }

  @Test
  void open_newFolder_isForItsOwnerOnly() throws IOException {
    assertThat(mode(state.root())).isEqualTo("rwx------");
  }

  @Test
  void credentials_firstStart_makesThreeUsersInAPrivateFile() throws IOException {
    Credentials credentials = Credentials.of(state);

    assertThat(mode(state.credentials())).isEqualTo("rw-------");
    assertThat(Files.readAllLines(state.credentials()))
        .hasSize(3)
        .first()
        .isEqualTo("admin:" + credentials.password("admin"));
    assertThat(credentials.lines()).matches("(?:(?:admin|physics|biology):[A-Za-z0-9]{16}\n){3}");
  }

  @Test
  void credentials_laterStart_areTheSame() throws IOException {
    String first = Credentials.of(state).lines();

    assertThat(Credentials.of(state).lines()).isEqualTo(first);
  }

  @Test
  void forTheRealm_everyUser_hasAVariable() throws IOException {
    assertThat(Credentials.of(state).forTheRealm())
        .containsOnlyKeys("HAAS_PASSWORD_ADMIN", "HAAS_PASSWORD_PHYSICS", "HAAS_PASSWORD_BIOLOGY");
  }

  @Test
  void secrets_everyStart_areTheSameInPrivateFiles() throws IOException {
    Secrets first = Secrets.of(state);
    String key = Files.readString(state.masterKey());

    assertThat(Secrets.of(state)).isEqualTo(first);
    assertThat(Files.readString(state.masterKey())).isEqualTo(key);
    assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
    assertThat(mode(state.secrets())).isEqualTo("rw-------");
    assertThat(mode(state.masterKey())).isEqualTo("rw-------");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
