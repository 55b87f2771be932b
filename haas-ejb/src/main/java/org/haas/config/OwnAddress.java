package org.haas.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where this machine is reached, as far as it knows itself. */
final class OwnAddress {
  private OwnAddress() {}

  /** A URL at that port. */
  static String url(int port) {
    return "http://%s:%d".formatted(host(), port);
  }

  private static String host() {
    try {
      String address = InetAddress.getLocalHost().getHostAddress();
      return address.contains(":") ? "[" + address + "]" : address;
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
