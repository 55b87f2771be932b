package org.haas.driver.libvirt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.haas.driver.wire.XmlText;
import org.haas.spi.Label;
import org.haas.spi.Vm;
import org.haas.spi.VmId;

/** What libvirt is told of a machine: all of it, or one NIC. */
final class DomainXml {
  /** The namespace of the mark on machines that are ours. */
  static final String MARK = "urn:haas:headnode:1";

  private static final int ID_IN_NAME = 8;

  private final LibvirtSettings settings;
  private final Label owner;

  DomainXml(LibvirtSettings settings, Label owner) {
    this.settings = settings;
    this.owner = owner;
  }

  /** What it is called there: for people; HaaS goes by its UUID. */
  static String name(Vm vm) {
    return "haas-%s-%s".formatted(vm.name(), vm.id().toString().substring(0, ID_IN_NAME));
  }

  String machine(Vm vm, List<LibvirtNic> nics) {
    XmlText xml = new XmlText().open("domain", "type", settings.type());
    xml.text("name", name(vm)).text("uuid", vm.id().toString()).text("title", vm.name().value());
    xml.open("metadata");
    xml.foreign(MARK, "headnode", "owner", owner.value(), "name", vm.name().value()).close();
    xml.text("memory", Long.toString(vm.memoryBytes()), "unit", "b");
    xml.text("vcpu", Integer.toString(vm.cpus()));
    platform(xml);
    xml.open("devices");
    disks(xml, vm.id());
    nics.forEach(nic -> nic(xml, vm.id(), nic));
    consoles(xml, vm.id());
    return xml.close().close().toString();
  }

  private void platform(XmlText xml) {
    xml.open("os").text("type", "hvm", "arch", "x86_64", "machine", "pc");
    xml.empty("boot", "dev", "hd").empty("bios", "useserial", "yes").close();
    xml.open("features").empty("acpi").empty("apic").close();
    if (settings.type().equals("kvm")) {
      xml.empty("cpu", "mode", "host-model");
    }
    xml.empty("clock", "offset", "utc").text("on_poweroff", "destroy");
    xml.text("on_reboot", "restart").text("on_crash", "destroy");
  }

  private void disks(XmlText xml, VmId vm) {
    VolumeNames names = new VolumeNames(owner);
    disk(xml, names.disk(vm), "qcow2", "vda").close();
    disk(xml, names.seed(vm), "raw", "vdb").empty("readonly").close();
  }

  private XmlText disk(XmlText xml, String volume, String format, String target) {
    xml.open("disk", "type", "volume", "device", "disk");
    xml.empty("driver", "name", "qemu", "type", format);
    xml.empty("source", "pool", settings.pool(), "volume", volume);
    return xml.empty("target", "dev", target, "bus", "virtio");
  }

  private void consoles(XmlText xml, VmId vm) {
    xml.open("serial", "type", "pty").empty("target", "port", "0").close();
    xml.open("console", "type", "pty").empty("target", "type", "serial", "port", "0").close();
    String folder = settings.screens();
    String[] listen = {"type", "socket", "socket", folder + "/" + vm};
    xml.open("graphics", "type", "vnc");
    xml.empty("listen", folder.isEmpty() ? Arrays.copyOf(listen, 2) : listen).close();
    xml.open("video").empty("model", "type", "vga").close();
    xml.open("rng", "model", "virtio").text("backend", "/dev/urandom", "model", "random").close();
    xml.empty("memballoon", "model", "none");
  }

  String nic(VmId vm, LibvirtNic nic) {
    XmlText xml = new XmlText();
    nic(xml, vm, nic);
    return xml.toString();
  }

  private void nic(XmlText xml, VmId vm, LibvirtNic nic) {
    xml.open("interface", "type", "bridge").empty("mac", "address", nic.mac().value());
    xml.empty("source", "bridge", nic.bridge());
    if (settings.wiring().tagged()) {
      xml.open("vlan").empty("tag", "id", Integer.toString(nic.tag().orElseThrow())).close();
      xml.open("virtualport", "type", "openvswitch");
      xml.empty("parameters", "interfaceid", port(vm, nic).toString()).close();
    }
    xml.empty("model", "type", "virtio");
    if (!settings.offload()) {
      withoutOffload(xml);
    }
    xml.empty("link", "state", nic.up() ? "up" : "down").close();
  }

  /** The same for ever, as libvirt moves a NIC only between VLANs, not between ports. */
  private static UUID port(VmId vm, LibvirtNic nic) {
    return UUID.nameUUIDFromBytes((vm + " " + nic.mac()).getBytes(StandardCharsets.US_ASCII));
  }

  /** Open vSwitch in user space passes on what a NIC left unfinished. */
  private static void withoutOffload(XmlText xml) {
    String[] both = {"csum", "off", "tso4", "off", "tso6", "off", "ecn", "off", "ufo", "off"};
    xml.open("driver");
    xml.open("host", both).close();
    xml.empty("guest", both).close();
  }
}
