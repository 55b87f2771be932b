package org.haas.driver.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** An emulated switch with 24 ports behind a real SSH server. */
final class SwitchLab implements SwitchUnderTest {
  static final Secret PASSWORD = new Secret("open sesame");

  private final SwitchEmulator device;
  private final SshEmulator ssh;

  SwitchLab(String type) {
    device = new SwitchEmulator(type);
    ssh = new SshEmulator("haas", PASSWORD.reveal(), device::shell);
  }

  SwitchEmulator device() {
    return device;
  }

  SshEmulator ssh() {
    return ssh;
  }

  @Override
  public SwitchDriver driver() {
    return driver(device.table().type());
  }

  static SshSwitchDriver driver(String type) {
    return ServiceLoader.load(SwitchDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.type().equals(type))
        .map(SshSwitchDriver.class::cast)
        .findFirst()
        .orElseThrow();
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
        new Label(device.table().type() + "1"),
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
    return device.ports();
  }

  @Override
  public PortName unknownPort() {
    return new PortName(device.table().setting("stranger"));
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
    return device.linesHeard();
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
