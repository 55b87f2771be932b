package org.haas.driver.libvirt;

/**
 * Why libvirt refused a call.
 *
 * @param code of libvirt's list of errors (virterror.h)
 */
record LibvirtError(int code, String message) {
  static final int NO_DOMAIN = 42;
  static final int NO_POOL = 49;
  static final int NO_VOLUME = 50;

  static LibvirtError read(XdrReader payload) {
    int code = payload.number();
    payload.number();
    return new LibvirtError(code, payload.optionalText().orElse("no reason given"));
  }
}
