package org.haas.driver.redfish;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.driver.contract.BmcUnderTest;
import org.haas.driver.emulator.RedfishEmulator;
import org.haas.driver.emulator.SelfSigned;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;

/** An emulated Redfish service over TLS, its certificate enrolled. */
final class RedfishLab implements BmcUnderTest {
  static final SelfSigned CERTIFICATE = SelfSigned.create();

  private static final String PASSWORD = "open sesame";

  private final RedfishEmulator emulator = new RedfishEmulator(PASSWORD, CERTIFICATE);
  private final RedfishBmc driver = new RedfishBmc();

  RedfishEmulator emulator() {
    return emulator;
  }

  @Override
  public BmcDriver driver() {
    return driver;
  }

  @Override
  public BmcEndpoint endpoint() {
    return endpoint(Optional.of(CERTIFICATE.fingerprint()), Map.of("hostkey", emulator.hostKey()));
  }

  BmcEndpoint endpoint(Optional<String> certificate, Map<String, String> settings) {
    return new BmcEndpoint(
        new Label("node-1"),
        emulator.address(),
        "haas",
        new Secret(PASSWORD),
        certificate,
        settings,
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public PowerState really() {
    return emulator.machine().power();
  }

  @Override
  public BootDevice bootsFrom() {
    return emulator.machine().boot();
  }

  @Override
  public Optional<Boolean> bootsOnce() {
    return Optional.of(emulator.machine().once());
  }

  @Override
  public long commandsHeard() {
    return emulator.machine().commands();
  }

  @Override
  public void print(byte[] text) {
    emulator.machine().print(text);
  }

  @Override
  public byte[] keys() {
    return emulator.machine().keys();
  }

  @Override
  public OptionalLong breaks() {
    return OptionalLong.of(emulator.machine().breaks());
  }

  @Override
  public boolean takesBreak() {
    return false;
  }

  @Override
  public String sharedThreads() {
    return "process reaper.*|HTTP-Dispatcher|pool-\\d+-thread-\\d+|sshd-.*|server-timer|idle-timeout.*";
  }

  @Override
  public void hang(boolean on) {
    emulator.hang(on);
  }

  @Override
  public void die() {
    emulator.close();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
