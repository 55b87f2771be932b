package org.haas.it.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Running;

/**
 * Another Payara with HaaS, beside the running one and on its database, its Keycloak and its key.
 * Its portal is 200 ports further.
 */
final class SecondInstance implements AutoCloseable {
  private static final int DISTANCE = 200;
  private static final Pattern PID = Pattern.compile("pid=(\\d+)");

  private final Path state = Running.state().resolve("second");
  private final int port = Running.url().getPort() + DISTANCE;
  private final Map<String, String> settings;

  /** As the first one. */
  SecondInstance() {
    this(Map.of());
  }

  /** With settings of its own, by their variables. */
  SecondInstance(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Starts it if it does not run, and returns when it answers. */
  void start() {
    if (!runs()) {
      shareTheServer();
      Server.run(environment(), "--detach");
    }
  }

  private boolean runs() {
    return Files.exists(state.resolve("payara.pid")) && ProcessHandle.of(pid()).isPresent();
  }

  /** Payara as it was unpacked is the same for both. */
  private void shareTheServer() {
    Path own = state.resolve("payara");
    try (Stream<Path> unpacked = Files.list(Running.state().resolve("payara"))) {
      Files.createDirectories(own);
      for (Path server : unpacked.filter(SecondInstance::isServer).toList()) {
        Path link = own.resolve(server.getFileName());
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, server);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isServer(Path folder) {
    return Files.isDirectory(folder.resolve("glassfish"));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HAAS_STATE", state.toString());
    environment.put("HAAS_HTTP_PORT", Integer.toString(port));
    environment.put("HAAS_DB_URL", Records.url());
    environment.put("HAAS_DB_USER", "haas");
    environment.put("HAAS_DB_PASSWORD", Records.secret("database"));
    environment.put("HAAS_OIDC_ISSUER", Running.issuer().toString());
    environment.put("HAAS_OIDC_CLIENT_ID", "haas-portal");
    environment.put("HAAS_OIDC_CLIENT_SECRET", Records.secret("portal-client"));
    environment.put("HAAS_MASTER_KEY_FILE", Running.state().resolve("master.key").toString());
    environment.put("HAAS_DEMO", "false");
    environment.put("HAAS_HEAP", "512m");
    environment.putAll(settings);
    return environment;
  }

  /** Where its portal and API are. */
  URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** Its process. */
  long pid() {
    return Server.pid(state, "payara");
  }

  /** Ends it at once and without a word. */
  void kill() {
    Server.kill(state, "payara", "KILL");
  }

  /** The process of the first instance. */
  static long firstPid() {
    return Server.pid(Running.state(), "payara");
  }

  /** Which of the two have a connection to a switch on this machine now. */
  Set<Long> holders(int switchPort) {
    ProcessBuilder connections =
        new ProcessBuilder("ss", "-Htnp", "state", "established", "dport = :" + switchPort);
    Set<Long> ours = Set.of(firstPid(), pid());
    try (BufferedReader lines = connections.start().inputReader()) {
      return lines
          .lines()
          .flatMap(line -> PID.matcher(line).results())
          .map(match -> Long.valueOf(match.group(1)))
          .filter(ours::contains)
          .collect(Collectors.toSet());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    Server.run(environment(), "stop");
  }
}
