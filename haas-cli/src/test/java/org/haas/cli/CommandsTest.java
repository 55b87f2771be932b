package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.cli.catalogue.Catalogue;
import org.haas.cli.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  static List<Command> commands() {
    return Catalogue.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofEachCommand_saysWhatItDoesAndWhatItsArgumentsAre(Command command) {
    String[] line = (String.join(" ", command.words()) + " --help").split(" ");

    Shell.Done done = new Shell(home).run(line);

    assertThat(done.code()).isZero();
    assertThat(done.out().replaceAll("\\s+", " ")).contains(command.help());
    assertThat(command.help()).matches("[A-Z].*\\.");
    assertThat(command.arguments())
        .filteredOn(argument -> argument.choices().isEmpty())
        .noneMatch(argument -> Words.about(argument.name()).isEmpty());
    command.arguments().stream()
        .filter(argument -> argument.choices().isEmpty())
        .map(argument -> Words.about(argument.name()))
        .forEach(about -> assertThat(done.out().replaceAll("\\s+", " ")).contains(about));
  }

  /** The table of docs/cli.md is this: a command that changes is written there too. */
  @ParameterizedTest
  @MethodSource("commands")
  void docs_ofTheCommandLine_listEachCommand(Command command) throws IOException {
    String arguments =
        command.arguments().stream()
            .map(
                argument ->
                    (argument.required() ? " %s%s" : " [%s%s]")
                        .formatted(argument.label(), argument.many() ? "..." : ""))
            .collect(Collectors.joining());
    String options =
        command.choices().stream()
            .map(choice -> (" `--" + choice.name() + " " + choice.value()).stripTrailing() + "`")
            .collect(Collectors.joining());
    String row =
        "| `%s%s`%s | %s |"
            .formatted(
                String.join(" ", command.words()),
                arguments.replace("|", "\\|"),
                options,
                command.help().replace("<", "&lt;"));

    assertThat(Files.readAllLines(Path.of("../docs/cli.md"))).contains(row);
  }

  @Test
  void commands_all_haveNamesOfTheirOwn() {
    assertThat(commands().stream().map(Command::words).toList()).doesNotHaveDuplicates();
  }

  @Test
  void groups_all_sayWhatTheyAreAbout() {
    commands().stream()
        .flatMap(
            command ->
                IntStream.range(1, command.words().size())
                    .mapToObj(size -> String.join(" ", command.words().subList(0, size))))
        .filter(group -> !group.endsWith(" console"))
        .forEach(group -> assertThat(Catalogue.about(group)).as(group).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completion_ofAShell_knowsTheCommands(String shell) {
    Shell.Done done = new Shell(home).run("completion", shell);

    assertThat(done.out()).contains("complete", "networking-action", "list-attachments");
  }

  @Test
  void list_inParts_isPutTogether() {
    haas.on(
            "GET /api/v1/networks?limit=1000",
            200,
            "{\"items\":[{\"name\":\"a\"}],\"next\":\"x&y\"}")
        .on("GET /api/v1/networks?limit=1000&cursor=x%26y", 200, "{\"items\":[{\"name\":\"b\"}]}");

    assertThat(new Shell(home, haas).run("network", "list").out()).contains("a\n", "b\n");
  }

  @Test
  void newest_withALimit_asksForOnePart() {
    haas.on("GET /api/v1/operations?open=true&limit=2", 200, "{\"items\":[],\"next\":\"x\"}");

    assertThat(new Shell(home, haas).run("operations", "list", "--open", "--limit", "2").code())
        .isZero();
    assertThat(haas.lines()).containsExactly("GET /api/v1/operations?open=true&limit=2");
  }

  @Test
  void arguments_withStrangeCharacters_stayInTheirPlace() {
    new Shell(home, haas).run("node", "show", "a/../b?c=$1");

    assertThat(haas.lines()).containsExactly("GET /api/v1/nodes/a%2F..%2Fb%3Fc%3D%241");
  }

  @Test
  void colours_onlyOnATerminalWithoutNoColor() {
    haas.on("GET /api/v1/projects", 200, "{\"items\":[{\"name\":\"p\"}]}");

    assertThat(new Shell(home, haas).run("project", "list").out()).doesNotContain("\u001b");
    assertThat(new Shell(home, haas).onTerminal().run("project", "list").out()).contains("\u001b");
    assertThat(
            new Shell(home, haas).onTerminal().with("NO_COLOR", "1").run("project", "list").out())
        .doesNotContain("\u001b");
  }

  @Test
  void site_exported_canBeAppliedAgain() {
    haas.on(
        "GET /api/v1/nodes?limit=1000",
        200,
        """
        {"items":[{"name":"n1","state":"FREE","metadata":{"rack":7},
         "nics":[{"name":"eth0","mac":"m","cabled":true,"switch":"s","port":"p1","networks":[]}]}]}""");
    String document = new Shell(home, haas).run("site", "export").out();
    haas.on(
        "POST /api/v1/site?dryRun=true", 200, "{\"changes\":[\"add node n1\"],\"applied\":false}");

    Shell.Done done = new Shell(home, haas).typing(document).run("site", "diff", "-");

    assertThat(done.out()).isEqualTo("add node n1\n");
    assertThat(haas.requests().get(1).body().replaceAll("\\s", ""))
        .isEqualTo(
            """
            {"nodes":[{"name":"n1","metadata":{"rack":7},"nics":[{"name":"eth0","mac":"m","switch":"s","port":"p1"}]}]}""");
  }

  @Test
  void console_shown_isWrittenByteByByte() {
    haas.on("GET /api/v1/nodes/n1/console?seconds=1&replay=false", 200, "\u001b[1mboot\r\n");

    assertThat(
            new Shell(home, haas)
                .run("node", "console", "show", "n1", "--seconds", "1", "--no-replay")
                .out())
        .isEqualTo("\u001b[1mboot\r\n");
  }
}
