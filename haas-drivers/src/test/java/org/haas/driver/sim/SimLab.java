package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** One simulated switch with 24 ports behind a real socket. */
final class SimLab implements SwitchUnderTest {
  static final Label NAME = new Label("sim1");

  private final SimOptions options;
  private final SimSwitchServer server;
  private final SimSwitchAdmin admin;

  SimLab(Path state) {
    options = new SimOptions(0, state, List.of(NAME), 24, Optional.of("haas:open sesame"));
    try {
      server = SimSwitchServer.start(options);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    admin = SimSwitchAdmin.connect(server.port(), "haas", new Secret("open sesame"));
  }

  SimSwitchAdmin admin() {
    return admin;
  }

  @Override
  public SwitchDriver driver() {
    return new SimSwitch();
  }

  @Override
  public SwitchEndpoint endpoint() {
    return new SwitchEndpoint(
        NAME,
        "127.0.0.1",
        server.port(),
        "haas",
        new Secret("open sesame"),
        Optional.empty(),
        Map.of(),
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public List<PortName> ports() {
    return options.portNames();
  }

  @Override
  public PortName unknownPort() {
    return new PortName("gi9/9/9");
  }

  @Override
  public Map<PortName, PortConfig> carried() {
    return admin.running(NAME);
  }

  @Override
  public void disturb(PortName port, Random random) {
    String id = Integer.toString(random.nextInt(104, 106));
    List<String> steps =
        List.of("shut", "open", "native " + id, "native none", "tagged 101,102", "remove 101");
    try (SimClient client = SimClient.connect(SimPeer.of(endpoint()), "login sim1 0")) {
      client.ask("configure");
      client.ask("vlan " + id);
      for (int i = 0; i < 3; i++) {
        client.ask("port " + port + " " + steps.get(random.nextInt(steps.size())));
      }
      client.ask("end");
    }
  }

  @Override
  public long linesHeard() {
    return admin.lines(NAME);
  }

  @Override
  public void hang(boolean on) {
    admin.hang(NAME, on);
  }

  @Override
  public void powerCycle() {
    admin.powerCycle(NAME);
  }

  @Override
  public void close() {
    admin.close();
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
