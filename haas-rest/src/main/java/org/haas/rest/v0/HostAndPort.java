package org.haas.rest.v0;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a switch is, as people write it: {@code host}, {@code host:port}, {@code [::1]:port}.
 *
 * @param port empty: the driver's default
 */
record HostAndPort(String host, Optional<Integer> port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([a-zA-Z0-9][a-zA-Z0-9._-]{0,252})|\\[([0-9a-fA-F:.]{2,45})])(?::(\\d{1,5}))?");
  private static final Pattern ADDRESS_6 = Pattern.compile("[0-9a-fA-F]*(:[0-9a-fA-F.]*){2,7}");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException not of that form
   */
  static HostAndPort parse(String text) {
    if (ADDRESS_6.matcher(text).matches()) {
      return new HostAndPort(text, Optional.empty());
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong();
    }
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    return new HostAndPort(host, Optional.ofNullable(form.group(3)).map(HostAndPort::number));
  }

  private static int number(String digits) {
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65535) {
      throw wrong();
    }
    return port;
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "A switch is at a host name or address, or that with a TCP port, such as switch7:22.");
  }
}
