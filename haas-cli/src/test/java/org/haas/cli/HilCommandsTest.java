package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.cli.catalogue.Catalogue;
import org.haas.cli.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HilCommandsTest {
  private static final String OPERATION =
      "{\"id\":\"o1\",\"action\":\"modify_port\",\"state\":\"DONE\"}";

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  static Stream<String> table() throws IOException {
    try (InputStream file = HilCommandsTest.class.getResourceAsStream("hil-commands.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  /** As many of each noun as HIL has. */
  @Test
  void table_ofHilsCommands_hasThemAll() throws IOException {
    Map<String, Long> counts =
        table()
            .map(HilCommandsTest::words)
            .distinct()
            .collect(Collectors.groupingBy(words -> words.get(0), Collectors.counting()));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "node", 18L,
                "network", 7L,
                "port", 6L,
                "project", 7L,
                "switch", 4L,
                "user", 5L,
                "headnode", 11L,
                "networking-action", 1L));
  }

  /** Of our command that the row is one of. */
  private static List<String> words(String row) {
    return Catalogue.commands().stream()
        .map(Command::words)
        .filter(words -> row.startsWith(String.join(" ", words) + " "))
        .max(Comparator.comparing(List::size))
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("table")
  void command_ofHil_sendsTheRequestsOfV1(String row) {
    assertSends(row, "");
  }

  /** HIL's scripts read JSON. */
  @ParameterizedTest
  @MethodSource("table")
  void command_ofHilWithJson_sendsTheSame(String row) {
    assertSends(row, " --json");
  }

  private void assertSends(String row, String json) {
    List<String> sides = List.of(row.split(" \\| "));
    haas.on("GET /api/v1/operations/o1", 200, OPERATION)
        .on(
            "GET /api/v1/nodes/held",
            200,
            """
            {"name":"held","project":"p","nics":[{"name":"eth0","networks":[{"network":"lab"}]}]}""")
        .on("DELETE /api/v1/nodes/held/nics/eth0/networks/lab", 202, OPERATION)
        .on("GET /api/v1/switches/full", 200, "{\"ports\":[{\"name\":\"gi1/0/5\"}]}")
        .on("POST /api/v1/headnodes", 202, OPERATION);

    Shell.Done done = new Shell(home, haas).run((sides.get(0) + json).split(" "));

    assertThat(done.err()).doesNotContain("haas:");
    assertThat(done.code()).isZero();
    assertThat(haas.requests().stream().map(r -> (r.line() + " " + r.body()).strip()).toList())
        .containsExactly(sides.get(1).split(" ; "));
    assertThat(haas.requests())
        .allSatisfy(
            request -> assertThat(request.authorization()).isEqualTo("Bearer secret-token"));
  }
}
