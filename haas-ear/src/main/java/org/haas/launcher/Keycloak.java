package org.haas.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The login service with the realm of docker/realm, which is imported when its database is new. Its
 * class path is prepared once, by its own {@code build}; after that it starts in some seconds. Its
 * data lies outside the unpacked server, so that it survives a new version.
 */
final class Keycloak implements Part {
  private final State state;
  private final Distributions distributions;
  private final Settings settings;
  private final Secrets secrets;
  private final Daemon daemon;

  Keycloak(State state, Distributions distributions, Settings settings, Secrets secrets) {
    this.state = state;
    this.distributions = distributions;
    this.settings = settings;
    this.secrets = secrets;
    this.daemon = new Daemon(state, "keycloak");
  }

  @Override
  public String name() {
    return "Keycloak";
  }

  @Override
  public String address() {
    return "http://localhost:" + settings.ports().keycloak();
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }

  @Override
  public void requireRoom() {
    Ports.requireFree(settings.ports().keycloak(), "HAAS_KEYCLOAK_PORT", name());
  }

  @Override
  public boolean answers() {
    return Http.status(settings.loginOr("").discovery()) == 200;
  }

  @Override
  public void prepare(Progress progress) throws IOException, InterruptedException {
    if (!Files.exists(server())) {
      progress.step(
          name(),
          "unpacking " + distributions.version("keycloak"),
          () ->
              Unpack.once(server(), to -> Unpack.zip(distributions.keycloak(), to, name -> true)));
    }
    Path importFolder = Files.createDirectories(data().resolve("import"));
    if (!Files.exists(server().resolve("data"))) {
      Files.createSymbolicLink(server().resolve("data"), data());
    }
    Files.copy(
        distributions.realm(),
        importFolder.resolve("haas-realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Path built = server().resolve("built-for-haas");
    if (!Files.exists(built)) {
      progress.step(name(), "building", this::build);
      Files.createFile(built);
    }
  }

  private void build() throws IOException, InterruptedException {
    Tool.run(java(List.of("build", "--db=dev-file")), Map.of(), "");
  }

  @Override
  public void start(Progress progress) throws IOException, InterruptedException {
    boolean fresh = !Files.exists(data().resolve("h2"));
    String doing = fresh ? "starting and importing the realm" : "starting";
    progress.step(name(), doing + " on " + address(), this::startAndWait);
    new Realm(URI.create(address()), secrets, state).follow(settings.publicUrl());
  }

  private void startAndWait() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("start", "--optimized", "--import-realm"));
    arguments.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1", "--cache=local"));
    arguments.add("--http-port=" + settings.ports().keycloak());
    arguments.add("--hostname=" + address());
    Map<String, String> environment = new HashMap<>(Credentials.of(state).forTheRealm());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
    environment.put("HAAS_PUBLIC_URL", settings.publicUrl().toString());
    environment.put("HAAS_OIDC_CLIENT_SECRET", secrets.portalClient());
    daemon.start(java(arguments), environment, server());
    boolean ended = Waiting.until(Duration.ofMinutes(10), () -> answers() || running().isEmpty());
    if (!ended || running().isEmpty()) {
      throw new Failure(
          "Keycloak does not come up; its log %s ends with%n%s"
              .formatted(daemon.log(), daemon.lastLines(8)));
    }
  }

  /** What Keycloak's own script would run, without the shell in between. */
  private List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Jdk.java(), "-Xms128m", "-Xmx400m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError"));
    for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.add(
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dkc.home.dir=" + server());
    command.add("-Djboss.server.config.dir=" + server().resolve("conf"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dpicocli.disable.closures=true");
    command.addAll(List.of("-cp", server().resolve("lib/quarkus-run.jar").toString()));
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    command.addAll(arguments);
    return command;
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    daemon.stop("TERM", Duration.ofSeconds(20));
  }

  private Path server() {
    return state.folder("keycloak").resolve(distributions.version("keycloak"));
  }

  private Path data() {
    return state.folder("keycloak").resolve("data");
  }
}
