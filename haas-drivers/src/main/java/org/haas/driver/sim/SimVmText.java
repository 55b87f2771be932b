package org.haas.driver.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/** A virtual machine in the words of the simulator: {@code NAME CPUS BYTES NICS}. */
final class SimVmText {
  static final int WORDS = 4;

  private static final String NONE = "-";

  private SimVmText() {}

  static String text(Vm vm) {
    return "%s %d %d %s".formatted(vm.name(), vm.cpus(), vm.memoryBytes(), nics(vm.nics()));
  }

  static Vm vm(VmId id, List<String> words) {
    return new Vm(
        id,
        new Label(words.get(0)),
        Integer.parseInt(words.get(1)),
        Long.parseLong(words.get(2)),
        nics(words.get(3)));
  }

  static String nics(List<VmNic> nics) {
    return nics.isEmpty()
        ? NONE
        : nics.stream().map(SimVmText::text).collect(Collectors.joining(","));
  }

  static List<VmNic> nics(String text) {
    return text.equals(NONE)
        ? List.of()
        : Arrays.stream(text.split(",")).map(SimVmText::nic).toList();
  }

  static String text(VmNic nic) {
    return nic.mac() + "/" + nic.vlan().map(VlanId::toString).orElse(NONE);
  }

  static VmNic nic(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a NIC is MAC/VLAN");
    }
    String vlan = text.substring(slash + 1);
    return new VmNic(
        new MacAddress(text.substring(0, slash)),
        vlan.equals(NONE) ? Optional.empty() : Optional.of(VlanId.parse(vlan)));
  }
}
