package org.haas.driver.ipmi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.driver.contract.BmcUnderTest;
import org.haas.driver.emulator.FakeIpmitool;
import org.haas.driver.emulator.IpmiEmulator;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;

/** An emulated controller, and a program in ipmitool's place that reaches it. */
final class IpmiLab implements BmcUnderTest {
  private static final String PASSWORD = "open sesame";

  private final IpmiEmulator emulator = new IpmiEmulator(PASSWORD);
  private final IpmitoolBmc driver = new IpmitoolBmc(program());

  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx16m",
        "-cp",
        Path.of("target", "test-classes").toAbsolutePath().toString(),
        FakeIpmitool.class.getName());
  }

  IpmiEmulator emulator() {
    return emulator;
  }

  @Override
  public BmcDriver driver() {
    return driver;
  }

  @Override
  public BmcEndpoint endpoint() {
    return endpoint(Map.of());
  }

  BmcEndpoint endpoint(Map<String, String> settings) {
    return new BmcEndpoint(
        new Label("node-1"),
        "127.0.0.1:" + emulator.port(),
        "haas",
        new Secret(PASSWORD),
        Optional.empty(),
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
  public String sharedThreads() {
    return "process reaper.*|ipmi-emulator";
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
