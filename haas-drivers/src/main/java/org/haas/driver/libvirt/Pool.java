package org.haas.driver.libvirt;

import java.util.UUID;

/** libvirt's handle of a folder of disks. */
record Pool(String name, UUID uuid) {

  static Pool read(XdrReader from) {
    return new Pool(from.text(), from.uuid());
  }

  XdrWriter write() {
    return new XdrWriter().text(name).uuid(uuid);
  }
}
