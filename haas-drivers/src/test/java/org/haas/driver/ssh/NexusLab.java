package org.haas.driver.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.driver.emulator.NexusEmulator;
import org.haas.driver.emulator.SshEmulator;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** An emulated Nexus with 24 ports behind a real SSH server. */
final class NexusLab implements SwitchUnderTest {
  static final Secret PASSWORD = new Secret("open sesame");

  private final NexusEmulator nexus = new NexusEmulator(portNames());
  private final SshEmulator ssh = new SshEmulator("haas", PASSWORD.reveal(), nexus::shell);

  NexusEmulator nexus() {
    return nexus;
  }

  SshEmulator ssh() {
    return ssh;
  }

  @Override
  public SwitchDriver driver() {
    return new CiscoNexus();
  }

  @Override
  public SwitchEndpoint endpoint() {
    return endpoint(Map.of());
  }

  SwitchEndpoint endpoint(Map<String, String> settings) {
    return endpoint(settings, Duration.ofSeconds(5), () -> true);
  }

  SwitchEndpoint impatient(Duration timeout) {
    return endpoint(Map.of(), timeout, () -> true);
  }

  SwitchEndpoint claimed(BooleanSupplier mayProceed) {
    return endpoint(Map.of(), Duration.ofSeconds(5), mayProceed);
  }

  private SwitchEndpoint endpoint(
      Map<String, String> settings, Duration timeout, BooleanSupplier mayProceed) {
    return new SwitchEndpoint(
        new Label("nexus1"),
        "127.0.0.1",
        ssh.port(),
        "haas",
        PASSWORD,
        Optional.of(ssh.hostKey()),
        settings,
        timeout,
        mayProceed);
  }

  @Override
  public List<PortName> ports() {
    return portNames();
  }

  static List<PortName> portNames() {
    return IntStream.rangeClosed(1, 24)
        .mapToObj(number -> new PortName("Ethernet1/" + number))
        .toList();
  }

  @Override
  public PortName unknownPort() {
    return new PortName("Ethernet9/9");
  }

  @Override
  public Map<PortName, PortConfig> carried() {
    return nexus.carried();
  }

  @Override
  public List<String> faults() {
    return nexus.faults();
  }

  @Override
  public void disturb(PortName port, Random random) {
    nexus.disturb(port, random);
  }

  @Override
  public long linesHeard() {
    return nexus.linesHeard();
  }

  @Override
  public void hang(boolean on) {
    nexus.knobs().hang(on);
  }

  @Override
  public void powerCycle() {
    nexus.powerCycle();
  }

  @Override
  public void close() {
    ssh.close();
  }
}
