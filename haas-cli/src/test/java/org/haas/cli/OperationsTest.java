package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {
  private static final String ASKED = "PUT /api/v1/nodes/n1/nics/eth0/networks/lab";
  private static final String LOOK = "GET /api/v1/operations/o1";
  private static final String[] CONNECT = {"node", "network", "connect", "n1", "eth0", "lab"};
  private static final String[] AND_WAIT = {
    "node", "network", "connect", "n1", "eth0", "lab", "--wait"
  };

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  private static String operation(String state, String more) {
    return "{\"id\":\"o1\",\"action\":\"modify_port\",\"node\":\"n1\",\"state\":\"%s\"%s}"
        .formatted(state, more);
  }

  @Test
  void connect_withoutWait_showsTheOperation() {
    haas.on(ASKED, 202, operation("PENDING", ""));

    Shell.Done done = new Shell(home, haas).run(CONNECT);

    assertThat(done.code()).isZero();
    assertThat(done.out()).isEqualTo("id      o1\naction  modify_port\nstate   PENDING\n");
    assertThat(haas.lines()).containsExactly(ASKED);
  }

  @Test
  void connect_withWait_asksUntilItIsDone() {
    haas.on(ASKED, 202, operation("PENDING", ""))
        .on(LOOK, 200, operation("PENDING", ""))
        .on(LOOK, 200, operation("RUNNING", ""))
        .on(LOOK, 200, operation("DONE", ""));

    Shell.Done done = new Shell(home, haas).run(AND_WAIT);

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("state   DONE");
    assertThat(done.err())
        .isEqualTo(
            """
            modify_port of n1: PENDING
            modify_port of n1: RUNNING
            modify_port of n1: DONE
            """);
  }

  @Test
  void connect_waitedForAndFailed_endsWith1AndTheSwitchsWords() {
    haas.on(ASKED, 202, operation("PENDING", ""))
        .on(LOOK, 200, operation("ERROR", ",\"error\":\"% Invalid\\u001b[2J input\""));

    Shell.Done done = new Shell(home, haas).run(AND_WAIT);

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err()).contains("% Invalid?[2J input").doesNotContain("\u001b");
  }

  @Test
  void connect_waitedForTooLong_endsWith5AndSaysHowToLookAgain() {
    haas.on(ASKED, 202, operation("PENDING", "")).on(LOOK, 200, operation("RUNNING", ""));

    Shell.Done done =
        new Shell(home, haas)
            .run("node", "network", "connect", "n1", "eth0", "lab", "--wait", "--timeout", "0");

    assertThat(done.code()).isEqualTo(5);
    assertThat(done.err()).contains("haas operations show o1");
  }

  @Test
  void connect_withWaitAndJson_printsOnlyTheLastState() {
    haas.on(ASKED, 202, operation("PENDING", "")).on(LOOK, 200, operation("DONE", ""));

    Shell.Done done =
        new Shell(home, haas)
            .run("node", "network", "connect", "n1", "eth0", "lab", "--wait", "--json");

    assertThat(done.out()).contains("\"state\": \"DONE\"").doesNotContain("PENDING");
  }

  @Test
  void release_whoseNodeIsFreeAtOnce_printsNothing() {
    haas.on("DELETE /api/v1/nodes/n1/reservation", 200, "{\"name\":\"n1\",\"state\":\"FREE\"}");

    Shell.Done done = new Shell(home, haas).run("node", "release", "n1", "--wait");

    assertThat(done).isEqualTo(new Shell.Done(0, "", ""));
  }

  @Test
  void remove_ofAnotherProjectsNode_isRefusedBeforeAnythingIsDone() {
    haas.on("GET /api/v1/nodes/n1", 200, "{\"name\":\"n1\",\"project\":\"other\",\"nics\":[]}");

    Shell.Done done = new Shell(home, haas).run("project", "node", "remove", "p", "n1");

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err()).contains("n1 is not held by project p");
    assertThat(haas.lines()).containsExactly("GET /api/v1/nodes/n1");
  }
}
