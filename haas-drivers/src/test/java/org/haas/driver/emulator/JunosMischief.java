package org.haas.driver.emulator;

import java.util.List;
import java.util.Random;
import org.haas.spi.PortName;

/** What else somebody may configure at a port. */
final class JunosMischief {
  private static final List<String> PORT =
      List.of(
          "<disable/>",
          "<disable operation=\"delete\"/>",
          "<disable inactive=\"inactive\"/>",
          "<native-vlan-id>ID</native-vlan-id>",
          "<native-vlan-id operation=\"delete\"/>",
          "<flexible-vlan-tagging/>",
          "<description>somebody's</description>",
          "<unit operation=\"delete\"><name>0</name></unit>",
          "<unit><name>5</name><vlan-id>ID</vlan-id><family><inet/></family></unit>",
          "<unit operation=\"replace\"><name>0</name><family><inet/></family></unit>",
          "FAMILY<interface-mode>trunk</interface-mode>END",
          "FAMILY<interface-mode>access</interface-mode>END",
          "FAMILY<vlan><members>ID</members></vlan>END",
          "FAMILY<vlan operation=\"replace\"><members>other</members></vlan>END",
          "FAMILY<vlan><members>100-104</members></vlan>END",
          "FAMILY<vlan><members>all</members></vlan>END",
          "FAMILY<vlan operation=\"delete\"/>END",
          "FAMILY<vlan inactive=\"inactive\"/>END");
  private static final List<String> VLANS =
      List.of(
          "<vlan><name>haas-ID</name><vlan-id>ID</vlan-id></vlan>",
          "<vlan inactive=\"inactive\"><name>haas-ID</name></vlan>",
          "<vlan><name>other</name><vlan-id>107</vlan-id></vlan>",
          "<vlan><name>other</name><interface><name>PORT.0</name></interface></vlan>");

  private JunosMischief() {}

  static String next(PortName port, Random random) {
    int choice = random.nextInt(PORT.size() + VLANS.size());
    String content =
        choice < PORT.size()
            ? "<interfaces><interface><name>PORT</name>%s</interface></interfaces>"
                .formatted(PORT.get(choice))
            : "<vlans>%s</vlans>".formatted(VLANS.get(choice - PORT.size()));
    return content
        .replace("FAMILY", "<unit><name>0</name><family><ethernet-switching>")
        .replace("END", "</ethernet-switching></family></unit>")
        .replace("PORT", port.value())
        .replace("ID", Integer.toString(random.nextInt(100, 107)));
  }
}
