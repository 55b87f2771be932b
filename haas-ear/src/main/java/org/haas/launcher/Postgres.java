package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The database server: plain binaries, unpacked once, as a child process. Over TCP everybody shows
 * a password; the superuser {@code postgres} has none and is let in only through the socket in the
 * data folder, which only its owner can enter.
 */
final class Postgres implements Part {
  /** The longest path of a Unix socket, less the name that PostgreSQL gives it. */
  private static final int LONGEST_SOCKET_FOLDER = 90;

  private final State state;
  private final Distributions distributions;
  private final int port;
  private final Database database;
  private final Daemon daemon;
  private final Path data;

  Postgres(State state, Distributions distributions, int port, Database database) {
    this.state = state;
    this.distributions = distributions;
    this.port = port;
    this.database = database;
    this.daemon = new Daemon(state, "postgres");
    this.data = state.folder("postgres").resolve("data");
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String address() {
    return database.url();
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }

  @Override
  public void requireRoom() throws IOException, InterruptedException {
    Tool.require("tar", "tar");
    Tool.require("xz", "xz-utils");
    Account.found();
    PostmasterFile.in(data).adoptOrForget(daemon);
    if (running().isEmpty()) {
      Ports.requireFree(port, "HAAS_DB_PORT", name());
    }
  }

  @Override
  public boolean answers() {
    return new DatabaseLogin(database).works();
  }

  @Override
  public void prepare(Progress progress) throws IOException, InterruptedException {
    if (!Files.exists(server())) {
      progress.step(
          name(),
          "unpacking " + distributions.version("postgres"),
          () -> Unpack.once(server(), to -> Unpack.archiveInJar(distributions.postgres(), to)));
    }
    if (!Files.exists(data)) {
      progress.step(name(), "making the database", () -> Unpack.once(data, this::make));
    }
  }

  private void make(Path folder) throws IOException, InterruptedException {
    Account account = Account.found();
    State.privateFolder(folder);
    account.give(folder, state.root());
    List<String> initdb = new ArrayList<>(List.of(binary("initdb"), "-D", folder.toString()));
    initdb.addAll(List.of("-U", "postgres", "-E", "UTF8", "--locale=C"));
    initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    initdb.addAll(List.of("--auth-local=trust", "--auth-host=scram-sha-256", "--no-instructions"));
    Tool.run(account.command(initdb));
    String statements =
        "create role %1$s login password '%2$s';%n%ncreate database haas owner %1$s;%n%n"
                .formatted(database.user(), database.password())
            + "grant pg_read_all_stats to %s;%n%n".formatted(database.user());
    single(account, folder, "postgres", statements);
    single(account, folder, "haas", "create extension pg_stat_statements;\n\n");
  }

  private void single(Account account, Path folder, String name, String statements)
      throws IOException, InterruptedException {
    List<String> single =
        List.of(binary("postgres"), "--single", "-j", "-D", folder.toString(), name);
    Tool.run(account.command(single), Map.of(), statements);
  }

  @Override
  public void start(Progress progress) throws IOException, InterruptedException {
    progress.step(name(), "starting on 127.0.0.1:" + port, this::startAndWait);
  }

  private void startAndWait() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binary("postgres"), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "shared_preload_libraries=pg_stat_statements"));
    boolean fits = data.toString().length() <= LONGEST_SOCKET_FOLDER;
    command.addAll(List.of("-c", "unix_socket_directories=" + (fits ? data : "")));
    Account account = Account.found();
    account.give(data, state.root());
    daemon.start(account.command(command), Map.of(), data);
    boolean answers = Waiting.until(Duration.ofSeconds(60), () -> answers() || running().isEmpty());
    if (!answers || running().isEmpty()) {
      throw new Failure(
          "PostgreSQL does not come up; its log %s ends with%n%s"
              .formatted(daemon.log(), daemon.lastLines(5)));
    }
    new DatabaseLogin(database).makeRoomForTheContainer();
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    daemon.stop("INT", Duration.ofSeconds(30));
  }

  private Path server() {
    return state.folder("postgres").resolve(distributions.version("postgres"));
  }

  private String binary(String name) {
    return server().resolve("bin").resolve(name).toString();
  }
}
