package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {
  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400,1", "403,1", "404,1", "409,1", "413,1", "501,1", "401,3", "502,4", "503,4", "504,4",
    "500,6", "302,6"
  })
  void answer_ofEachKind_hasItsCode(int status, int code) {
    haas.on("GET /api/v1/nodes/n1", status, "");

    assertThat(new Shell(home, haas).run("node", "show", "n1").code()).isEqualTo(code);
  }

  @Test
  void refusal_ofV1_isItsSentenceOnStderr() {
    haas.on(
        "DELETE /api/v1/networks/lab",
        409,
        "{\"type\":\"/problems/blocked\",\"detail\":\"Detach n1 first.\",\"instance\":\"/api\"}");

    Shell.Done done = new Shell(home, haas).run("network", "delete", "lab");

    assertThat(done).isEqualTo(new Shell.Done(1, "", "haas: Detach n1 first.\n"));
  }

  @Test
  void refusal_ofV0_isItsSentenceToo() {
    haas.on("PUT /api/v0/node/n1/obm", 404, "{\"type\":\"NotFoundError\",\"msg\":\"No n1.\"}");

    assertThat(new Shell(home, haas).run("node", "obm", "enable", "n1").err())
        .isEqualTo("haas: No n1.\n");
  }

  @Test
  void failure_ofHaas_namesTheIncident() {
    haas.on("GET /api/v1/me", 500, "{\"detail\":\"It failed.\",\"instance\":\"urn:uuid:00-11\"}");

    assertThat(new Shell(home, haas).run("whoami").err())
        .isEqualTo("haas: It failed. (incident urn:uuid:00-11)\n");
  }

  @Test
  void token_thatIsNotTaken_saysWhereItCameFromAndNeverShowsIt() {
    haas.on("GET /api/v1/me", 401, "{\"detail\":\"Log in.\"}");

    Shell.Done done = new Shell(home, haas).run("whoami");

    assertThat(done.code()).isEqualTo(3);
    assertThat(done.err()).contains("HAAS_TOKEN", "haas login").doesNotContain("secret-token");
  }

  @Test
  void nobody_atTheAddress_is4() {
    Shell.Done done =
        new Shell(home, haas).with("HAAS_ENDPOINT", "http://127.0.0.1:1").run("whoami");

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.err()).contains("http://127.0.0.1:1", "haas doctor");
  }

  @ParameterizedTest
  @CsvSource({
    "node",
    "node show",
    "node show a b c",
    "node list fre",
    "node console",
    "nothing",
    "node list --output xml",
    "operations list --limit 0",
    "operations list --limit x",
    "network create lab p --public",
    "switch register s nexus h u",
    "switch register s unknown h u p",
    "switch register s mock {\"hostname\":\"h\",\"username\":\"u\"}",
    "switch register s mock {\"hostname\":\"h\",\"username\":\"u\",\"secret\":\"p\"}"
  })
  void line_thatIsWrong_is2AndAsksNothing(String line) {
    Shell.Done done = new Shell(home, haas).run(line.split(" "));

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).isNotEmpty();
    assertThat(haas.lines()).isEmpty();
  }

  @Test
  void endpoint_ofNobody_is2() {
    Shell.Done done = new Shell(home).run("whoami");

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).contains("HAAS_ENDPOINT");
  }

  @Test
  void endpoint_inHilsForm_isTaken() {
    Shell shell = new Shell(home, haas).without("HAAS_ENDPOINT");

    shell.with("HIL_ENDPOINT", haas.url() + "/api/").run("whoami");

    assertThat(haas.lines()).containsExactly("GET /api/v1/me");
  }

  @Test
  void token_withALineBreakInside_is2AndNotShown() {
    Shell.Done done = new Shell(home, haas).with("HAAS_TOKEN", "one\ntwo").run("whoami");

    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).contains("characters").doesNotContain("two");
  }

  @Test
  void answer_ofAnotherShape_is6WithoutAStackTrace() {
    haas.on("DELETE /api/v1/headnodes/h", 202, "{\"name\":\"h\"}");

    Shell.Done done = new Shell(home, haas).run("headnode", "delete", "h", "--wait");

    assertThat(done.code()).isEqualTo(6);
    assertThat(done.err()).startsWith("haas: ").doesNotContain("\tat ");
  }
}
