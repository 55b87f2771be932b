package org.haas.hook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Who is told: {@code http} or {@code https}, a host, no user and no fragment. */
public record HookUrl(URI uri) {
  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static HookUrl parse(String text) {
    try {
      URI uri = new URI(text);
      boolean whole =
          uri.getScheme() != null
              && Set.of("http", "https").contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
      if (whole && uri.getPort() != 0 && uri.getPort() <= 65_535) {
        return new HookUrl(uri);
      }
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException(sentence(), wrong);
    }
    throw new IllegalArgumentException(sentence());
  }

  private static String sentence() {
    return "this is an http or https URL with a host, without a user and a fragment.";
  }

  /** The host, an IPv6 address without its brackets. */
  String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  boolean isSecure() {
    return uri.getScheme().equals("https");
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
  }

  /** Path and query, as they are asked for. */
  String path() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
