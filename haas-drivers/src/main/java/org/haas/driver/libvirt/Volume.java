package org.haas.driver.libvirt;

/** libvirt's handle of a disk in a pool. */
record Volume(String pool, String name, String key) {

  static Volume read(XdrReader from) {
    return new Volume(from.text(), from.text(), from.text());
  }

  XdrWriter write() {
    return new XdrWriter().text(pool).text(name).text(key);
  }
}
