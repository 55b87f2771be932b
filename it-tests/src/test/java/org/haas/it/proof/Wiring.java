package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.haas.it.lab.Frame;
import org.haas.it.lab.Lab;
import org.haas.it.lab.Nic;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** Who should hear whom in the lab: a model that is compared with real frames. */
final class Wiring {
  private final Map<Nic, PortConfig> ports = new LinkedHashMap<>();
  private final Lab lab;

  Wiring(Lab lab) {
    this.lab = lab;
    lab.nics().forEach(nic -> ports.put(nic, PortConfig.PARKED));
  }

  PortConfig at(Nic nic) {
    return ports.get(nic);
  }

  void connect(Nic nic, LabNetwork network, boolean tagged) {
    PortConfig before = ports.get(nic);
    NavigableSet<VlanId> tags = new TreeSet<>(before.tagged());
    if (tagged) {
      tags.add(network.vlan());
    }
    ports.put(nic, new PortConfig(tagged ? before.untagged() : Optional.of(network.vlan()), tags));
  }

  void detach(Nic nic, LabNetwork network) {
    PortConfig before = ports.get(nic);
    NavigableSet<VlanId> tags = new TreeSet<>(before.tagged());
    tags.remove(network.vlan());
    ports.put(
        nic, new PortConfig(before.untagged().filter(vlan -> !vlan.equals(network.vlan())), tags));
  }

  /**
   * Sends a broadcast from each NIC, untagged and with each of these tags, and compares who heard
   * it, and with which tags, with who should.
   */
  void assertHolds(Iterable<VlanId> tags, String when) {
    for (Nic from : ports.keySet()) {
      assertHeard(from, Frame.untagged(), ports.get(from).untagged(), when);
      for (VlanId tag : tags) {
        assertHeard(from, Frame.tagged(tag.value()), taken(from, tag), when);
      }
    }
  }

  /** A trunk takes what it lists, also its native VLAN with a tag; an access port takes no tag. */
  private Optional<VlanId> taken(Nic from, VlanId tag) {
    PortConfig port = ports.get(from);
    return Optional.of(tag).filter(vlan -> !port.tagged().isEmpty() && port.carries(vlan));
  }

  private void assertHeard(Nic from, Frame frame, Optional<VlanId> vlan, String when) {
    Map<Nic, List<String>> expected = new LinkedHashMap<>();
    ports.forEach(
        (to, port) -> {
          if (!to.equals(from) && vlan.filter(port::carries).isPresent()) {
            boolean untagged = port.untagged().equals(vlan);
            expected.put(to, untagged ? List.of() : List.of(vlan.get().toString()));
          }
        });
    Map<Nic, List<String>> heard = new LinkedHashMap<>();
    lab.hears(from, frame).forEach((to, frames) -> heard.put(to, frames.get(0).tags()));
    assertThat(heard)
        .as("%s: %s with tags %s from %s (%s)", when, frame, frame.tags(), from, ports.get(from))
        .isEqualTo(expected);
  }
}
