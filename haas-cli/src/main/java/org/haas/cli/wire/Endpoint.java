package org.haas.cli.wire;

import java.net.URI;
import java.util.regex.Pattern;
import org.haas.cli.process.Failure;

/** Where a HaaS is: the portal's address, without a slash at the end. */
public record Endpoint(URI base) {
  private static final Pattern API = Pattern.compile("/+(api(/+v[01])?)?/*$");
  private static final Pattern LOCAL =
      Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  /**
   * Reads an address; what HIL's variable ends with, {@code /api/}, may be there.
   *
   * @throws Failure USAGE
   */
  public static Endpoint of(String text) {
    try {
      URI base = URI.create(API.matcher(text.strip()).replaceFirst(""));
      if (base.getHost() != null && String.valueOf(base.getScheme()).matches("https?")) {
        return new Endpoint(base);
      }
    } catch (IllegalArgumentException notOne) {
      // said below
    }
    throw Failure.usage(
        "'%s' is no address of a HaaS; write it as https://haas.example.org.".formatted(text));
  }

  /** An address below it; the path begins without a slash and is escaped. */
  public URI at(String path) {
    return URI.create(base + "/" + path);
  }

  /** Whether what is sent can be read on the way. */
  public boolean isOpen() {
    return "http".equals(base.getScheme()) && !LOCAL.matcher(base.getHost()).matches();
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
