package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsTest {
  private static final String CREATE = "POST /api/v1/tokens";
  private static final String MADE =
      "{\"name\":\"ci\",\"id\":\"7\",\"expires\":\"2027-01-01T00:00:00Z\",\"token\":\"haas_x\"}";

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  private String sent() {
    return haas.requests().get(0).body();
  }

  @Test
  void create_nameOnly_leavesTheRestToHaasAndShowsTheToken() {
    haas.on(CREATE, 201, MADE);

    Shell.Done done = new Shell(home, haas).run("token", "create", "ci");

    assertThat(sent()).isEqualTo("{\"name\":\"ci\"}");
    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("haas_x", "2027-01-01");
    assertThat(done.err()).doesNotContain("haas_x");
  }

  @Test
  void create_everyOption_isSent() {
    haas.on(CREATE, 201, MADE);

    new Shell(home, haas)
        .run(
            "token",
            "create",
            "ci",
            "--project",
            "a",
            "--project",
            "b",
            "--read-only",
            "--admin",
            "--days",
            "7");

    assertThat(sent())
        .isEqualTo(
            "{\"name\":\"ci\",\"projects\":[\"a\",\"b\"],\"readOnly\":true,\"admin\":true,\"days\":7}");
  }

  @Test
  void create_daysThatAreNone_isAWrongCommandLine() {
    Shell.Done done = new Shell(home, haas).run("token", "create", "ci", "--days", "soon");

    assertThat(done.code()).isEqualTo(2);
    assertThat(haas.requests()).isEmpty();
  }

  @Test
  void list_ofTokens_showsForWhatAndUntilWhen() {
    haas.on(
        "GET /api/v1/tokens",
        200,
        """
        {"items":[{"name":"ci","id":"7","projects":["a","b"],"readOnly":true,"admin":false,
         "created":"2026-01-01T00:00:00Z","expires":"2027-01-01T00:00:00Z"}]}""");

    assertThat(new Shell(home, haas).run("token", "list").out()).contains("ci", "a", "b", "2027");
  }

  @Test
  void revoke_ofAToken_deletesIt() {
    haas.on("DELETE /api/v1/tokens/ci", 204, "");

    assertThat(new Shell(home, haas).run("token", "revoke", "ci").code()).isZero();
    assertThat(haas.lines()).containsExactly("DELETE /api/v1/tokens/ci");
  }
}
