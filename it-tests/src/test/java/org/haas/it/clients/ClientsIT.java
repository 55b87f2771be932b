package org.haas.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients are made from the description as it is built, compiled strictly, and do what they say.
 */
class ClientsIT {
  private static final Path CLIENTS = Path.of("target", "clients").toAbsolutePath();
  private static final Path JARS = CLIENTS.resolve("jars");
  private static final Path DESCRIPTION =
      Path.of("../haas-rest/target/classes/org/haas/rest/docs/openapi.json").toAbsolutePath();

  private static Site site;
  private static String token;

  @BeforeAll
  static void prepare() {
    site = new Site();
    token =
        site.member
            .post("v1/tokens", "{\"name\":\"%s\"}".formatted(site.freshName("client")))
            .is(201)
            .json()
            .getString("token");
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void java_compiled_reservesANodeReadsARefusalAndReleases() throws Exception {
    String packages =
        "invokerPackage=org.haas.client.invoker,apiPackage=org.haas.client.api,"
            + "modelPackage=org.haas.client.model";
    Path client = generated("java", "--library", "native", "--additional-properties", packages);
    Path program = resource("ReserveNode.java", client);
    Path classes = Files.createDirectories(client.resolve("classes"));
    List<String> compile = new ArrayList<>();
    compile.addAll(List.of(java("javac"), "-proc:none", "-nowarn", "-cp", JARS + "/*"));
    compile.addAll(List.of("-d", classes.toString(), program.toString()));
    compile.addAll(files(client.resolve("src/main/java"), ".java"));
    run(compile);

    assertReservation(List.of(java("java"), "-cp", classes + ":" + JARS + "/*", "ReserveNode"));
  }

  @Test
  void typescript_compiledStrictly_reservesANodeReadsARefusalAndReleases() throws Exception {
    Path client = generated("typescript-fetch");
    Path folder = Files.createDirectories(CLIENTS.resolve("program"));
    clear(folder);
    Files.createSymbolicLink(Files.createDirectories(folder).resolve("client"), client);
    resource("reserve-node.ts", folder);
    resource("tsconfig.json", folder);
    String compiler = files(CLIENTS.resolve("typescript"), "/lib/tsc.js").get(0);
    run(List.of("node", compiler, "--project", folder.toString()));

    assertReservation(List.of("node", folder.resolve("built/reserve-node.js").toString()));
  }

  @Test
  void python_allOfIt_isCompiledToBytes() throws Exception {
    Path client = generated("python");
    run(List.of("python3", "-m", "compileall", "-q", "-f", client.toString()));

    assertThat(files(client, ".pyc")).hasSizeGreaterThan(files(client, ".py").size() - 5);
  }

  /** What both programs say, each of a node of its own. */
  private static void assertReservation(List<String> program) throws Exception {
    String node = site.bareNode();
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(Running.url() + "/api", node, site.project));

    assertThat(run(command).lines())
        .containsExactly(
            node + " RESERVED " + site.project,
            "409 /problems/blocked",
            "Node %s is not free; choose another, or wait until it is released.".formatted(node),
            "FREE");
  }

  private static Path generated(String language, String... options) throws Exception {
    Path into = CLIENTS.resolve(language);
    clear(into);
    List<String> generate = new ArrayList<>();
    generate.addAll(List.of(java("java"), "-jar", CLIENTS.resolve("generator.jar").toString()));
    generate.addAll(List.of("generate", "-g", language, "-i", DESCRIPTION.toString()));
    generate.addAll(List.of("-o", into.toString()));
    generate.addAll(List.of(options));
    run(generate);
    return into;
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static String run(List<String> command) throws Exception {
    Path said = Files.createTempFile("haas-client", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(Map.of("HAAS_TOKEN", token));
      int code = builder.redirectOutput(said.toFile()).start().waitFor();
      assertThat(code).as("%s%n%s", command, Files.readString(said)).isZero();
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }

  private static Path resource(String name, Path folder) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = ClientsIT.class.getResourceAsStream(name)) {
      Files.write(copy, in.readAllBytes());
    }
    return copy;
  }

  private static List<String> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).filter(name -> name.endsWith(ending)).toList();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
