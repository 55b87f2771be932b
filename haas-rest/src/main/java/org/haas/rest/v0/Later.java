package org.haas.rest.v0;

import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/** 501 for the routes of HIL that this version does not serve. */
final class Later {
  private Later() {}

  static HaasException headnodes() {
    return notServed("Headnodes");
  }

  private static HaasException notServed(String what) {
    return new HaasException(
        ErrorCode.NOT_IMPLEMENTED,
        "%s are not served by this version of HaaS; docs/api-v0.md lists what is.".formatted(what));
  }
}
