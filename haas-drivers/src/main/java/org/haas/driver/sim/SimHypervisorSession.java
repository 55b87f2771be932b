package org.haas.driver.sim;

import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haas.driver.seed.NoCloud;
import org.haas.spi.BaseImage;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.HostCapacity;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;

/** A login on a simulated hypervisor. */
final class SimHypervisorSession implements HypervisorSession {
  private final HypervisorEndpoint endpoint;
  private final SimClient client;

  SimHypervisorSession(HypervisorEndpoint endpoint, SimClient client) {
    this.endpoint = endpoint;
    this.client = client;
  }

  @Override
  public HostCapacity capacity() {
    String[] words = client.ask("capacity").get(0).split(" ");
    return new HostCapacity(
        Integer.parseInt(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }

  @Override
  public List<BaseImage> images() {
    return client.ask("images").stream().map(SimHypervisorSession::image).toList();
  }

  private static BaseImage image(String line) {
    int space = line.indexOf(' ');
    return new BaseImage(
        new Label(line.substring(0, space)), Long.parseLong(line.substring(space + 1)));
  }

  @Override
  public void createDisk(VmId vm, Label image, long sizeBytes) {
    client.ask("disk %s %s %d".formatted(vm, image, sizeBytes));
  }

  @Override
  public void writeSeed(VmId vm, Seed seed) {
    client.ask("seed %s %s".formatted(vm, Base64.getEncoder().encodeToString(NoCloud.disk(seed))));
  }

  @Override
  public void define(Vm vm) {
    client.ask("define %s %s".formatted(vm.id(), SimVmText.text(vm)));
  }

  @Override
  public void start(VmId vm) {
    client.ask("start " + vm);
  }

  @Override
  public void shutDown(VmId vm) {
    client.ask("shutdown " + vm);
  }

  @Override
  public void stop(VmId vm) {
    client.ask("stop " + vm);
  }

  @Override
  public void delete(VmId vm) {
    client.ask("delete " + vm);
  }

  @Override
  public VmState state(VmId vm) {
    return VmState.valueOf(client.ask("state " + vm).get(0).toUpperCase(Locale.ROOT));
  }

  @Override
  public Optional<Vm> read(VmId vm) {
    return client.ask("read " + vm).stream()
        .findFirst()
        .map(line -> SimVmText.vm(vm, List.of(line.split(" "))));
  }

  @Override
  public void plug(VmId vm, VmNic nic) {
    client.ask("plug %s %s".formatted(vm, SimVmText.text(nic)));
  }

  @Override
  public void removeNic(VmId vm, MacAddress mac) {
    client.ask("remove %s %s".formatted(vm, mac));
  }

  @Override
  public BmcConsole console(VmId vm) {
    return new SimBmcConsole(SimHypervisor.connect(endpoint, "vm-console", " " + vm));
  }

  @Override
  public VmScreen screen(VmId vm) {
    return new SimScreen(SimHypervisor.connect(endpoint, "vm-screen", " " + vm));
  }

  @Override
  public Map<VmId, Set<VmPart>> found() {
    Map<VmId, Set<VmPart>> found = new TreeMap<>();
    for (String line : client.ask("found")) {
      String[] words = line.split(" ");
      Set<VmPart> parts = EnumSet.noneOf(VmPart.class);
      Arrays.stream(words[1].split(",")).map(VmPart::valueOf).forEach(parts::add);
      found.put(VmId.parse(words[0]), parts);
    }
    return found;
  }

  @Override
  public void close() {
    client.close();
  }
}
