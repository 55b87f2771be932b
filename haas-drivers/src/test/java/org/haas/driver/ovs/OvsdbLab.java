package org.haas.driver.ovs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.driver.emulator.OvsdbEmulator;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** An emulated Open vSwitch with 24 ports behind a database server with TLS. */
final class OvsdbLab implements SwitchUnderTest {
  /** Longer than frames go the old way in the emulator. */
  private static final Duration SETTLED = Duration.ofMillis(60);

  private final OvsdbEmulator ovs = new OvsdbEmulator("br0", portNames());

  OvsdbEmulator ovs() {
    return ovs;
  }

  @Override
  public SwitchDriver driver() {
    return new OpenVswitchDatabase(SETTLED);
  }

  @Override
  public SwitchEndpoint endpoint() {
    return endpoint(Map.of("bridge", "br0"), OvsdbEmulator.login());
  }

  SwitchEndpoint endpoint(Map<String, String> settings, String login) {
    return new SwitchEndpoint(
        new Label("ovs1"),
        "127.0.0.1",
        ovs.port(),
        "",
        new Secret(login),
        Optional.of(OvsdbKey.of(OvsdbEmulator.fingerprint())),
        settings,
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public List<PortName> ports() {
    return portNames();
  }

  private static List<PortName> portNames() {
    return IntStream.rangeClosed(1, 24).mapToObj(number -> new PortName("p" + number)).toList();
  }

  @Override
  public PortName unknownPort() {
    return new PortName("p99");
  }

  @Override
  public Map<PortName, PortConfig> carried() {
    return ovs.carried();
  }

  @Override
  public void disturb(PortName port, Random random) {
    OvsLab.disturbance(random, columns -> ovs.set(port, columns));
  }

  @Override
  public long linesHeard() {
    return ovs.linesHeard();
  }

  @Override
  public void hang(boolean on) {
    ovs.hang(on);
  }

  /** The database is on disk as it runs: there is nothing to lose. */
  @Override
  public void powerCycle() {}

  @Override
  public void close() {
    ovs.close();
  }
}
