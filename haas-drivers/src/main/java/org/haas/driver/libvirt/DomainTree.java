package org.haas.driver.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/** A machine as libvirt tells it. */
final class DomainTree {
  private final XmlTree domain;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException it is no XML
   */
  DomainTree(String xml) {
    domain = XmlTree.parse(xml);
  }

  /** Whether it carries the mark of this owner. */
  boolean isOf(Label owner) {
    return mark()
        .flatMap(mark -> mark.attribute("owner"))
        .filter(owner.value()::equals)
        .isPresent();
  }

  private Optional<XmlTree> mark() {
    return domain.at("metadata", "headnode").filter(mark -> mark.isOf(DomainXml.MARK));
  }

  VmId id() {
    return VmId.parse(domain.at("uuid").orElseThrow(DomainTree::strange).text());
  }

  List<LibvirtNic> nics() {
    List<LibvirtNic> nics = new ArrayList<>();
    for (XmlTree nic : domain.at("devices").orElseThrow(DomainTree::strange).all("interface")) {
      nics.add(
          new LibvirtNic(
              new MacAddress(value(nic, "address", "mac").orElse("")),
              value(nic, "bridge", "source").orElse(""),
              tag(nic),
              !value(nic, "state", "link").orElse("up").equals("down")));
    }
    return nics;
  }

  private static OptionalInt tag(XmlTree nic) {
    List<XmlTree> tags = nic.at("vlan").map(vlan -> vlan.all("tag")).orElse(List.of());
    boolean trunk = value(nic, "trunk", "vlan").isPresent();
    if (trunk || tags.size() != 1) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(tags.get(0).attribute("id").orElse("0")));
  }

  /**
   * What it is in HaaS's words.
   *
   * @throws IllegalArgumentException it is nothing that HaaS makes
   */
  Vm meaning(Wiring wiring) {
    List<VmNic> nics =
        nics().stream().map(nic -> nic.meaning(wiring).orElseThrow(() -> changed(nic))).toList();
    Label name = new Label(mark().flatMap(mark -> mark.attribute("name")).orElse(""));
    int cpus = Integer.parseInt(domain.at("vcpu").orElseThrow(DomainTree::strange).text());
    return new Vm(id(), name, cpus, memoryBytes(), nics);
  }

  /** libvirt tells it in KiB, whatever it was told in. */
  private long memoryBytes() {
    XmlTree memory = domain.at("memory").orElseThrow(DomainTree::strange);
    boolean bytes = memory.attribute("unit").filter("b"::equals).isPresent();
    return Long.parseLong(memory.text()) << (bytes ? 0 : 10);
  }

  /** Where its graphical console listens, while it runs. */
  Optional<String> screenSocket() {
    return domain.at("devices", "graphics").flatMap(graphics -> graphics.attribute("socket"));
  }

  private static Optional<String> value(XmlTree of, String attribute, String... path) {
    return of.at(path).flatMap(tree -> tree.attribute(attribute));
  }

  private static IllegalArgumentException strange() {
    return new IllegalArgumentException("it is described in a way that HaaS does not know");
  }

  private static IllegalArgumentException changed(LibvirtNic nic) {
    return new IllegalArgumentException(
        "its NIC %s was changed by somebody else; connect or disconnect it to put that right"
            .formatted(nic.mac()));
  }
}
