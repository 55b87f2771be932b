package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HilImportTest {
  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  @Test
  void database_ofAnotherKind_endsWith2AndAsksNothing() {
    Shell.Done done = new Shell(home, haas).run("hil", "import", "--database", "sqlite:///haas.db");

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).contains("jdbc:postgresql://HOST/DATABASE");
    assertThat(haas.lines()).isEmpty();
  }

  @Test
  void database_missing_endsWith2() {
    assertThat(new Shell(home, haas).run("hil", "import").code()).isEqualTo(2);
  }

  @Test
  void database_thatNobodyAnswersFor_endsWith4AndAsksNothing() {
    Shell.Done done =
        new Shell(home, haas)
            .typing("very secret\n")
            .run(
                "hil",
                "import",
                "--database",
                "jdbc:postgresql://127.0.0.1:9/hil",
                "--user",
                "hil",
                "--password",
                "-");

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.err()).startsWith("haas: HIL's database cannot be read");
    assertThat(done.out() + done.err()).doesNotContain("very secret");
    assertThat(haas.lines()).isEmpty();
  }
}
