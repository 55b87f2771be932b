package org.haas.driver.obmd;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.driver.contract.BmcUnderTest;
import org.haas.driver.emulator.ObmdEmulator;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;

/** An emulated OBMd. */
final class ObmdLab implements BmcUnderTest {
  private static final String TOKEN = "open sesame";

  private final ObmdEmulator emulator = new ObmdEmulator(TOKEN);
  private final ObmdBmc driver = new ObmdBmc();

  ObmdEmulator emulator() {
    return emulator;
  }

  @Override
  public BmcDriver driver() {
    return driver;
  }

  @Override
  public BmcEndpoint endpoint() {
    return endpoint(emulator.address());
  }

  BmcEndpoint endpoint(String address) {
    return new BmcEndpoint(
        new Label("node-1"),
        address,
        "",
        new Secret(TOKEN),
        Optional.empty(),
        Map.of(),
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
    return Optional.empty();
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
  public boolean consoleIsWatchOnly() {
    return true;
  }

  @Override
  public boolean canShutDown() {
    return false;
  }

  @Override
  public String sharedThreads() {
    return "process reaper.*|HTTP-Dispatcher|pool-\\d+-thread-\\d+|server-timer|idle-timeout.*";
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
