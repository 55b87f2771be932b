package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.driver.contract.HypervisorUnderTest;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Secret;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/** Two simulated hypervisors behind a real socket. */
final class SimHypervisorLab implements HypervisorUnderTest {
  static final Label HOST = new Label("hv-1");
  static final Label OTHER = new Label("hv-2");

  private final SimSwitchServer server;
  private final SimHostAdmin admin;

  SimHypervisorLab(Path state) {
    try {
      server =
          SimSwitchServer.start(
              new SimOptions(
                  0,
                  state,
                  List.of(),
                  List.of(),
                  List.of(HOST, OTHER),
                  1,
                  Optional.of("haas:open sesame")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    admin = SimHostAdmin.connect(server.port(), "haas", new Secret("open sesame"));
  }

  SimHostAdmin admin() {
    return admin;
  }

  @Override
  public HypervisorDriver driver() {
    return new SimHypervisor();
  }

  @Override
  public HypervisorEndpoint endpoint() {
    return endpoint(HOST, "our-site", "open sesame");
  }

  HypervisorEndpoint endpoint(Label host, String owner, String secret) {
    return new HypervisorEndpoint(
        host,
        "127.0.0.1:" + server.port(),
        "haas",
        new Secret(secret),
        Optional.empty(),
        Map.of("hypervisor", host.value()),
        new Label(owner),
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public Label image() {
    return new Label("tiny");
  }

  @Override
  public boolean runs(VmId vm) {
    return admin.vms(HOST).stream()
        .anyMatch(line -> line.startsWith(vm + " ") && line.contains(" RUNNING "));
  }

  @Override
  public Optional<VlanId> vlan(VmId vm, MacAddress mac) {
    return admin.nics(HOST, vm).stream()
        .filter(nic -> nic.mac().equals(mac))
        .findAny()
        .flatMap(VmNic::vlan);
  }

  @Override
  public byte[] seed(VmId vm) {
    return admin.seed(HOST, vm);
  }

  @Override
  public OptionalLong commandsHeard() {
    return OptionalLong.of(
        admin.log(HOST).stream().filter(line -> !line.contains(" login ")).count());
  }

  @Override
  public VmId stranger() {
    VmId id = VmId.random();
    try (HypervisorSession session = driver().open(endpoint(HOST, "another-site", "open sesame"))) {
      session.createDisk(id, image(), 1);
      session.define(new Vm(id, new Label("stranger"), 1, 64 << 20, List.of()));
    }
    return id;
  }

  @Override
  public boolean isUnharmed(VmId stranger) {
    return admin.vms(HOST).contains(stranger + " another-site STOPPED MACHINE,DISK");
  }

  @Override
  public String sharedThreads() {
    // The server of this process: as many threads as there are sessions, and they are reused.
    return "pool-\\d+-thread-\\d+";
  }

  @Override
  public void hang(boolean on) {
    admin.hang(HOST, on);
  }

  @Override
  public void die() {
    admin.dead(HOST, true);
  }

  /** As if its process had been killed. */
  void stop() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    admin.close();
    stop();
  }
}
