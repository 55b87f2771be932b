package org.haas.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
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

/** The lab's hypervisor: a real libvirt with QEMU in software emulation, and Open vSwitch. */
final class HypervisorLab implements HypervisorUnderTest {
  private static final int FIRST_PARKING = 3800;
  private static final String STRANGER = "another-site";

  private final LabSettings settings;
  private final Path folder;
  private final Label owner;
  private boolean dead;

  HypervisorLab(LabSettings settings, Label owner) {
    this.settings = settings;
    this.folder = settings.state().resolve("hv1");
    this.owner = owner;
  }

  @Override
  public HypervisorDriver driver() {
    return ServiceLoader.load(HypervisorDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.type().equals("libvirt"))
        .findAny()
        .orElseThrow();
  }

  @Override
  public HypervisorEndpoint endpoint() {
    String socket = dead ? "run/nobody" : "run/libvirt-sock";
    return endpoint("unix:" + folder.resolve(socket), Optional.empty(), owner);
  }

  /** As a site reaches it, which is not on the server of HaaS. */
  HypervisorEndpoint bySsh() {
    String address = "127.0.0.1:" + (settings.sshPort() + 2);
    return endpoint(address, Optional.of(read(folder.resolve("host_key.pub"))), owner);
  }

  private HypervisorEndpoint endpoint(String address, Optional<String> hostKey, Label whose) {
    boolean ssh = hostKey.isPresent();
    // The same folder, as the server and as the host's account see it.
    String screens = ssh ? "/run/libvirt/vnc" : folder.resolve("run/vnc").toString();
    return new HypervisorEndpoint(
        new Label("hv1"),
        address,
        "haas",
        ssh ? new Secret(read(settings.state().resolve("key"))) : Secret.NONE,
        hostKey,
        Map.of("bridge", "hv", "accelerator", "tcg", "offload", "off", "screens", screens),
        whose,
        Duration.ofSeconds(20),
        () -> true);
  }

  @Override
  public Label image() {
    return new Label("echo");
  }

  @Override
  public boolean runs(VmId vm) {
    return Processes.lineWith("-uuid " + vm).isPresent();
  }

  /** By Open vSwitch's database: what it forwards to the port that has this MAC address. */
  @Override
  public Optional<VlanId> vlan(VmId vm, MacAddress mac) {
    String port = vsctl("name", "find", "interface", "external_ids:attached-mac=\"" + mac + "\"");
    String tag = vsctl("tag", "find", "port", "name=" + port);
    int id = Integer.parseInt(tag);
    return id >= FIRST_PARKING ? Optional.empty() : Optional.of(new VlanId(id));
  }

  private String vsctl(String column, String... words) {
    String database = "--db=unix:" + folder.resolve("ovs/db.sock");
    return Processes.run(
            Processes.words("ovs-vsctl", database, "--no-headings", "--format=csv", "--timeout=9"),
            Processes.words("--columns=" + column, words))
        .strip();
  }

  @Override
  public byte[] seed(VmId vm) {
    return read(disk(owner, vm + ".seed.iso")).getBytes(StandardCharsets.UTF_8);
  }

  private Path disk(Label whose, String rest) {
    return folder.resolve("disks/haas-" + whose + "-" + rest);
  }

  @Override
  public OptionalLong commandsHeard() {
    return OptionalLong.empty();
  }

  @Override
  public VmId stranger() {
    VmId id = VmId.random();
    HypervisorEndpoint theirs =
        endpoint(endpoint().address(), Optional.empty(), new Label(STRANGER));
    try (HypervisorSession session = driver().open(theirs)) {
      session.found().keySet().forEach(session::delete);
      session.createDisk(id, image(), 1);
      session.define(new Vm(id, new Label("stranger"), 1, 64 << 20, List.of()));
    }
    return id;
  }

  @Override
  public boolean isUnharmed(VmId stranger) {
    String name = "haas-stranger-" + stranger.toString().substring(0, 8);
    return Files.exists(disk(new Label(STRANGER), stranger + ".qcow2"))
        && read(folder.resolve("etc/qemu/" + name + ".xml")).contains(STRANGER)
        && !runs(stranger);
  }

  @Override
  public void hang(boolean on) {
    Processes.signal(Processes.withFolder("libvirtd", folder), on ? "STOP" : "CONT");
  }

  @Override
  public void die() {
    dead = true;
  }

  @Override
  public void close() {
    dead = false;
    try (HypervisorSession session = driver().open(endpoint())) {
      session.found().keySet().forEach(session::delete);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
