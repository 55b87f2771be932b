package org.haas.driver.libvirt;

import java.util.UUID;

/** libvirt's handle of a virtual machine. */
record Domain(String name, UUID uuid, int number) {

  static Domain read(XdrReader from) {
    return new Domain(from.text(), from.uuid(), from.number());
  }

  XdrWriter write() {
    return new XdrWriter().text(name).uuid(uuid).number(number);
  }
}
