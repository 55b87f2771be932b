package org.haas.maintenance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where the maintenance service is told: {@code http} or {@code https}, a host, no user and no
 * fragment.
 */
public record ServiceUrl(URI uri) {
  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static ServiceUrl parse(String text) {
    try {
      URI uri = new URI(text);
      boolean whole =
          uri.getScheme() != null
              && Set.of("http", "https").contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getFragment() == null;
      if (whole && uri.getPort() <= 65_535) {
        return new ServiceUrl(uri);
      }
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException(sentence(), wrong);
    }
    throw new IllegalArgumentException(sentence());
  }

  private static String sentence() {
    return "this is an http or https URL with a host, without a user and a fragment.";
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
