package org.haas.it.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.haas.it.Running;

/** A demo user's name and password as a header. */
final class HttpBasic {
  private HttpBasic() {}

  static String of(String user) {
    byte[] both = (user + ":" + Running.password(user)).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
