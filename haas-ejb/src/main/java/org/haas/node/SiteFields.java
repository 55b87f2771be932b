package org.haas.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchFields;

/** Reads a site document. */
final class SiteFields {
  private SiteFields() {}

  static SiteDocument document(Fields fields) {
    return new SiteDocument(
        fields.objects("switches", SiteFields::entry), fields.objects("nodes", SiteFields::node));
  }

  private static SiteDocument.SwitchEntry entry(Fields fields) {
    Map<PortName, PortRole> ports = new LinkedHashMap<>();
    for (Map.Entry<PortName, PortRole> port : fields.objects("ports", SiteFields::port)) {
      if (ports.put(port.getKey(), port.getValue()) != null) {
        throw fields.wrong("ports", "port %s is there twice.".formatted(port.getKey()));
      }
    }
    return new SiteDocument.SwitchEntry(SwitchFields.spec(fields), ports);
  }

  private static Map.Entry<PortName, PortRole> port(Fields fields) {
    return Map.entry(fields.value("name", PortName::new), SwitchFields.role(fields));
  }

  static SiteDocument.NodeEntry node(Fields fields) {
    return new SiteDocument.NodeEntry(
        fields.label("name"),
        Metadata.of(fields),
        fields.optionalObject("bmc", BmcFields::spec),
        fields.objects("nics", SiteFields::nic));
  }

  private static SiteDocument.NicEntry nic(Fields fields) {
    return new SiteDocument.NicEntry(
        fields.label("name"), fields.value("mac", MacAddress::new), place(fields));
  }

  private static Optional<SiteDocument.Place> place(Fields fields) {
    if (!fields.has("switch") && !fields.has("port")) {
      return Optional.empty();
    }
    return Optional.of(
        new SiteDocument.Place(fields.label("switch"), fields.value("port", PortName::new)));
  }
}
