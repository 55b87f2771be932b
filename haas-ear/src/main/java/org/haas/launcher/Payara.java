package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The application server with the EAR, as one JVM. */
final class Payara implements Part {
  private static final List<String> NEVER_USED = List.of("h2db/", "mq/javadoc/", "mq/examples/");

  /** After these, waiting is of no use. */
  private static final List<String> REFUSALS =
      List.of("Boot Command deploy failed", "Exception while loading the app");

  private final State state;
  private final Distributions distributions;
  private final Settings settings;
  private final Secrets secrets;
  private final Daemon daemon;
  private final Domain domain;

  Payara(State state, Distributions distributions, Settings settings, Secrets secrets) {
    this.state = state;
    this.distributions = distributions;
    this.settings = settings;
    this.secrets = secrets;
    this.daemon = new Daemon(state, "payara");
    Path domains = state.folder("payara").resolve("domains");
    this.domain = new Domain(server(), domains.resolve("haas"), settings, distributions);
  }

  @Override
  public String name() {
    return "Payara";
  }

  @Override
  public String address() {
    return settings.localUrl().toString();
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }

  @Override
  public void requireRoom() {
    Ports ports = settings.ports();
    Ports.requireFree(ports.http(), "HAAS_HTTP_PORT", "the portal");
    Ports.requireFree(ports.admin(), "HAAS_ADMIN_PORT", "Payara's administration");
  }

  @Override
  public boolean outdated() throws IOException {
    return !domain.isCurrent();
  }

  @Override
  public boolean answers() {
    return Http.status(settings.localUrl()) > 0;
  }

  @Override
  public void prepare(Progress progress) throws IOException, InterruptedException {
    if (!Files.exists(server())) {
      progress.step(
          name(),
          "unpacking " + distributions.version("payara"),
          () -> Unpack.once(server(), to -> Unpack.zip(distributions.payara(), to, Payara::used)));
    }
    if (!domain.isCurrent()) {
      progress.step(name(), "making the domain", domain::make);
    }
  }

  private static boolean used(String path) {
    return NEVER_USED.stream().noneMatch(path::startsWith);
  }

  @Override
  public void start(Progress progress) throws IOException, InterruptedException {
    boolean fresh = !domain.isCurrent();
    String doing = fresh ? "starting and deploying" : "starting";
    progress.step(name(), doing + " on " + address(), () -> startAndWait(fresh));
  }

  private void startAndWait(boolean fresh) throws IOException, InterruptedException {
    Path input = domain.folder().resolve("config/start-input");
    Files.writeString(input, "AS_ADMIN_MASTERPASSWORD=changeit\n");
    LogFile log = new LogFile(serverLog());
    long before = log.sizeBytes();
    daemon.start(
        domain.command(fresh),
        settings.forTheServer(secrets, state.masterKey()),
        domain.folder().resolve("config"),
        input);
    Readiness readiness = new Readiness(settings);
    AtomicBoolean ready = new AtomicBoolean();
    Waiting.until(
        Duration.ofMinutes(10),
        () -> {
          ready.set(readiness.reached());
          return ready.get()
              || running().isEmpty()
              || readiness.isHopeless()
              || log.saysSince(before, REFUSALS);
        });
    if (!ready.get()) {
      throw new Failure(
          "HaaS does not come up in Payara (%s); its log %s says%n%s"
              .formatted(readiness, serverLog(), log.lastLines(15)));
    }
    domain.confirm();
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    daemon.stop("TERM", Duration.ofSeconds(40));
  }

  private Path serverLog() {
    return domain.folder().resolve("logs/server.log");
  }

  private Path server() {
    return state.folder("payara").resolve(distributions.version("payara"));
  }
}
