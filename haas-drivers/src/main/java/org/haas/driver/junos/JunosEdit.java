package org.haas.driver.junos;

import java.util.List;
import java.util.Optional;
import org.haas.driver.wire.XmlText;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/** The XML that makes of a candidate configuration what is wanted. */
final class JunosEdit {
  private static final String OPERATION = "operation";
  private static final String DELETE = "delete";
  private static final String REPLACE = "replace";

  private final JunosConfiguration now;

  /** From what is there. */
  JunosEdit(JunosConfiguration now) {
    this.now = now;
  }

  /** From what a port was read as, and nothing else. */
  static JunosEdit from(PortChange change) {
    boolean known = change.read().isExact();
    JunosEdit none = new JunosEdit(configuration(""));
    return known ? new JunosEdit(configuration(none.set(change.port(), change.read()))) : none;
  }

  private static JunosConfiguration configuration(String interfaces) {
    return new JunosConfiguration(
        XmlTree.parse(
            "<reply><configuration><interfaces>%s</interfaces></configuration></reply>"
                .formatted(interfaces)));
  }

  /** What HaaS calls a VLAN that it makes. */
  static String name(VlanId vlan) {
    return "haas-" + vlan;
  }

  static String create(VlanId vlan) {
    return new XmlText()
        .open("vlan", OPERATION, REPLACE)
        .text("name", name(vlan))
        .text("vlan-id", vlan.toString())
        .close()
        .toString();
  }

  static String delete(VlanId vlan) {
    return new XmlText()
        .open("vlan", OPERATION, DELETE)
        .text("name", name(vlan))
        .close()
        .toString();
  }

  /** Takes the port out of the lists of VLANs that name it. */
  String unlist(PortName port) {
    XmlText text = new XmlText();
    for (XmlTree vlan : now.listing(port)) {
      text.open("vlan").text("name", JunosConfiguration.name(vlan));
      for (String unit : JunosConfiguration.units(vlan, port)) {
        text.open("interface", OPERATION, DELETE).text("name", unit).close();
      }
      text.close();
    }
    return text.toString();
  }

  String park(PortName port) {
    return set(port, PortConfig.PARKED);
  }

  /** All that has to do with VLANs at a port. A parked one is shut, and no part of any bridge. */
  String set(PortName port, PortConfig wanted) {
    Optional<XmlTree> there = now.port(port);
    boolean anew = there.filter(JunosEdit::hasInactive).isPresent();
    XmlText text = new XmlText();
    if (anew) {
      text.open("interface", OPERATION, REPLACE);
    } else {
      text.open("interface");
    }
    text.text("name", port.value());
    Optional<XmlTree> kept = anew ? Optional.empty() : there;
    kept.ifPresent(old -> deleteStrange(text, old, wanted));
    if (wanted.parked()) {
      text.empty("disable");
    } else {
      connect(text, wanted);
    }
    return text.close().toString();
  }

  /** What is merged into something deactivated would be deactivated too. */
  private static boolean hasInactive(XmlTree tree) {
    return !JunosConfiguration.isActive(tree)
        || tree.all().stream().anyMatch(JunosEdit::hasInactive);
  }

  private static void deleteStrange(XmlText text, XmlTree old, PortConfig wanted) {
    for (XmlTree child : old.all()) {
      boolean overwritten =
          switch (child.name()) {
            case "disable" -> wanted.parked();
            case "native-vlan-id" -> wanted.untagged().isPresent();
            case "unit" -> !wanted.parked() && JunosConfiguration.name(child).equals("0");
            default -> JunosPort.NEUTRAL.contains(child.name());
          };
      if (!overwritten) {
        delete(text, child);
      }
    }
  }

  private static void delete(XmlText text, XmlTree child) {
    List<XmlTree> names = child.all("name");
    if (!names.isEmpty()) {
      text.open(child.name(), OPERATION, DELETE);
      text.text("name", JunosConfiguration.name(child)).close();
    } else {
      text.empty(child.name(), OPERATION, DELETE);
    }
  }

  private static void connect(XmlText text, PortConfig wanted) {
    wanted.untagged().ifPresent(vlan -> text.text("native-vlan-id", vlan.toString()));
    text.open("unit", OPERATION, REPLACE).text("name", "0");
    text.open("family").open("ethernet-switching").text("interface-mode", "trunk").open("vlan");
    wanted.vlans().forEach(vlan -> text.text("members", vlan.toString()));
    text.close().close().close().close();
  }
}
