package org.haas.driver.junos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.driver.emulator.JunosEmulator;
import org.haas.driver.emulator.SshEmulator;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;

/** An emulated switch with Junos behind a real SSH server. */
final class JunosLab implements SwitchUnderTest {
  private static final Secret PASSWORD = new Secret("open sesame");

  private final JunosEmulator device = new JunosEmulator();
  private final SshEmulator ssh =
      new SshEmulator("haas", PASSWORD.reveal(), "netconf", device::netconf);

  JunosEmulator device() {
    return device;
  }

  @Override
  public SwitchDriver driver() {
    return new Junos();
  }

  @Override
  public SwitchEndpoint endpoint() {
    return endpoint(Duration.ofSeconds(5), () -> true);
  }

  SwitchEndpoint endpoint(Duration timeout, BooleanSupplier mayProceed) {
    return endpoint(ssh.port(), Optional.of(ssh.hostKey()), timeout, mayProceed);
  }

  private static SwitchEndpoint endpoint(
      int port, Optional<String> hostKey, Duration timeout, BooleanSupplier mayProceed) {
    return new SwitchEndpoint(
        new Label("ex1"),
        "127.0.0.1",
        port,
        "haas",
        PASSWORD,
        hostKey,
        Map.of(),
        timeout,
        mayProceed);
  }

  /** A session for requests of one's own. */
  static NetconfSession netconf(JunosEmulator device) {
    return new NetconfSession(
        endpoint(830, Optional.empty(), Duration.ofMillis(500), () -> true),
        new ShellLink(device.netconf()));
  }

  /** A session without a network in between; tells what it sends. */
  static SwitchSession direct(
      JunosEmulator device, BooleanSupplier mayProceed, Consumer<String> heard) {
    SwitchEndpoint endpoint = endpoint(830, Optional.empty(), Duration.ofMillis(500), mayProceed);
    return new JunosSession(
        endpoint, new NetconfSession(endpoint, new ShellLink(device.netconf(), heard)));
  }

  @Override
  public List<PortName> ports() {
    return device.ports();
  }

  @Override
  public PortName unknownPort() {
    return new PortName("ge-0/0/99");
  }

  @Override
  public Map<PortName, PortConfig> carried() {
    return device.carried();
  }

  @Override
  public List<String> faults() {
    return device.faults();
  }

  @Override
  public void disturb(PortName port, Random random) {
    device.disturb(port, random);
  }

  @Override
  public long linesHeard() {
    return device.requests();
  }

  @Override
  public void hang(boolean on) {
    device.knobs().hang(on);
  }

  @Override
  public void powerCycle() {
    device.powerCycle();
  }

  @Override
  public void close() {
    ssh.close();
  }
}
