package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.driver.contract.BmcUnderTest;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;

/** Two simulated controllers behind a real socket. */
final class SimBmcLab implements BmcUnderTest {
  static final Label NODE = new Label("node-1");
  static final Label OTHER = new Label("node-2");

  private final SimSwitchServer server;
  private final SimBmcAdmin admin;

  SimBmcLab(Path state) {
    try {
      server =
          SimSwitchServer.start(
              new SimOptions(
                  0, state, List.of(), List.of(NODE, OTHER), 1, Optional.of("haas:open sesame")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    admin = SimBmcAdmin.connect(server.port(), "haas", new Secret("open sesame"));
  }

  SimBmcAdmin admin() {
    return admin;
  }

  @Override
  public BmcDriver driver() {
    return new SimBmc();
  }

  @Override
  public BmcEndpoint endpoint() {
    return endpoint(NODE);
  }

  BmcEndpoint endpoint(Label node) {
    return new BmcEndpoint(
        node,
        "127.0.0.1:" + server.port(),
        "haas",
        new Secret("open sesame"),
        Optional.empty(),
        Map.of("bmc", node.value()),
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public PowerState really() {
    return admin.isOn(NODE) ? PowerState.ON : PowerState.OFF;
  }

  @Override
  public BootDevice bootsFrom() {
    return BootDevice.valueOf(admin.boot(NODE).split(" ")[0]);
  }

  @Override
  public Optional<Boolean> bootsOnce() {
    return Optional.of(admin.boot(NODE).endsWith(" once"));
  }

  @Override
  public long commandsHeard() {
    return admin.commands(NODE);
  }

  @Override
  public void print(byte[] text) {
    admin.print(NODE, text);
  }

  @Override
  public byte[] keys() {
    return admin.keys(NODE);
  }

  @Override
  public OptionalLong breaks() {
    return OptionalLong.of(
        admin.log(NODE).stream().filter(line -> line.endsWith(" BREAK")).count());
  }

  @Override
  public String sharedThreads() {
    // The server of this process: as many threads as there are sessions, and they are reused.
    return "pool-\\d+-thread-\\d+";
  }

  @Override
  public void hang(boolean on) {
    admin.hang(NODE, on);
  }

  @Override
  public void die() {
    admin.dead(NODE, true);
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

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
