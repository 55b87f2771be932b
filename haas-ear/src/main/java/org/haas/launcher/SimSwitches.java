package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The simulated switches, machines and hypervisors of the demo site, in a process of their own like
 * real ones.
 */
final class SimSwitches implements Part {
  static final String USER = "haas";

  /** Their names on the simulator, and in HaaS. */
  static final List<String> HYPERVISORS = List.of("host-1", "host-2");

  private static final int MACHINES = 12;
  private static final List<String> IMAGES = List.of("debian-12-pxe", "alma-9-pxe");

  private final State state;
  private final Distributions distributions;
  private final int port;
  private final Secrets secrets;
  private final Daemon daemon;

  SimSwitches(State state, Distributions distributions, int port, Secrets secrets) {
    this.state = state;
    this.distributions = distributions;
    this.port = port;
    this.secrets = secrets;
    this.daemon = new Daemon(state, "sim");
  }

  @Override
  public String name() {
    return "Switches";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Daemon daemon() {
    return daemon;
  }

  @Override
  public void requireRoom() {
    Ports.requireFree(port, "HAAS_SIM_PORT", "the simulated switches");
  }

  @Override
  public boolean answers() {
    return Ports.answers(port);
  }

  @Override
  public void prepare(Progress progress) throws IOException {
    State.privateFolder(folder());
    State.privateFile(login(), USER + ":" + secrets.simulator() + "\n");
  }

  @Override
  public void start(Progress progress) throws IOException, InterruptedException {
    progress.step(name(), "starting on " + address(), this::startAndWait);
  }

  private void startAndWait() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Jdk.java(), "-Xmx64m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", distributions.drivers().toString()));
    command.add("org.haas.driver.sim.SimSwitchServer");
    command.addAll(List.of("--port", Integer.toString(port), "--state", folder().toString()));
    command.addAll(List.of("--switch", "sim-1", "--switch", "sim-2"));
    machines().forEach(name -> command.addAll(List.of("--bmc", name)));
    HYPERVISORS.forEach(name -> command.addAll(List.of("--hypervisor", name)));
    IMAGES.forEach(name -> command.addAll(List.of("--image", name)));
    command.addAll(List.of("--login", login().toString()));
    daemon.start(command, Map.of(), folder());
    boolean ended = Waiting.until(Duration.ofSeconds(30), () -> answers() || running().isEmpty());
    if (!ended || running().isEmpty()) {
      throw new Failure(
          "The simulated switches do not come up; their log %s ends with%n%s"
              .formatted(daemon.log(), daemon.lastLines(5)));
    }
  }

  /** The nodes of the demo site. */
  static List<String> machines() {
    return IntStream.rangeClosed(1, MACHINES).mapToObj("node-%02d"::formatted).toList();
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    daemon.stop("TERM", Duration.ofSeconds(5));
  }

  private Path folder() {
    return state.folder("sim");
  }

  private Path login() {
    return folder().resolve("login");
  }
}
