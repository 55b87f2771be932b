package org.haas.it.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haas.it.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as Debian installs it. */
class DebianPackageIT {
  @TempDir private static Path root;
  private static Path deb;

  @BeforeAll
  static void unpack() throws Exception {
    try (Stream<Path> built = Files.list(Path.of("..", "haas-cli", "target"))) {
      deb = built.filter(file -> file.toString().endsWith("_all.deb")).findFirst().orElseThrow();
    }
    run(Map.of(), "dpkg-deb", "--extract", deb.toString(), root.toString());
  }

  @Test
  void fields_sayWhatItIsAndNeeds() throws Exception {
    String fields = run(Map.of(), "dpkg-deb", "--field", deb.toString());

    assertThat(fields)
        .contains("Package: haas-cli\n", "Architecture: all\n", "java17-runtime-headless")
        .doesNotContain("[[");
  }

  @Test
  void files_belongToRootAndNobodyElseWritesThem() throws Exception {
    List<String> files = run(Map.of(), "dpkg-deb", "--contents", deb.toString()).lines().toList();

    assertThat(files).allMatch(line -> line.matches("[-d]rw[-x]r-[-x]r-[-x] (0/0|root/root) .*"));
    assertThat(files)
        .extracting(line -> line.replaceFirst(".* \\./", "/"))
        .contains(
            "/usr/bin/haas",
            "/usr/share/haas/haas.jar",
            "/usr/share/bash-completion/completions/haas",
            "/usr/share/doc/haas-cli/copyright");
  }

  @Test
  void command_asInstalled_asksHaas() throws Exception {
    Map<String, String> physics =
        Map.of("HAAS_USERNAME", "physics", "HAAS_PASSWORD", Running.password("physics"));

    assertThat(run(physics, haas(), "--version")).matches("[0-9.]+\\n");
    assertThat(run(physics, haas(), "whoami", "--json")).contains("\"physics\"");
  }

  @Test
  void completion_asInstalled_knowsTheCommands() throws Exception {
    Path completion = root.resolve("usr/share/bash-completion/completions/haas");
    String script =
        "PATH=%s:$PATH; source %s; complete -p haas".formatted(root.resolve("usr/bin"), completion);

    assertThat(run(Map.of(), "bash", "-c", script)).contains("complete").contains("haas");
  }

  private static String haas() {
    return root.resolve("usr/bin/haas").toString();
  }

  private static String run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().putAll(variables);
    builder.environment().put("HAAS_ENDPOINT", Running.url().toString());
    builder.environment().put("HOME", root.toString());
    builder.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
    return said;
  }
}
