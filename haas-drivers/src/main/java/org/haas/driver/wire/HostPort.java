package org.haas.driver.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host name or IP address, and a port.
 *
 * @param host never begins with a dash, so that no program takes it for an option
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,252}))"
              + "(?::(?<port>[0-9]{1,5}))?");
  private static final Pattern BARE_SIX =
      Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*");
  private static final int HIGHEST = 65_535;

  /**
   * Reads {@code host}, {@code host:port}, {@code [IPv6]:port} or a bare IPv6 address.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static HostPort parse(String address, int defaultPort) {
    if (BARE_SIX.matcher(address).matches()) {
      return new HostPort(address, defaultPort);
    }
    Matcher matcher = FORM.matcher(address);
    if (!matcher.matches()) {
      throw refused();
    }
    String host = matcher.group("six") == null ? matcher.group("name") : matcher.group("six");
    String port = matcher.group("port");
    int number = port == null ? defaultPort : Integer.parseInt(port);
    if (number < 1 || number > HIGHEST) {
      throw refused();
    }
    return new HostPort(host, number);
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "The address of a controller is a host name or IP address, with :port if it is not the"
            + " usual one, such as 10.0.0.7 or bmc7.example.org:7000.");
  }
}
