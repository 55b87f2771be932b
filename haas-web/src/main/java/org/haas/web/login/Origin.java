package org.haas.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Which site sent a request: the browser says so, and no page can make it lie. */
public final class Origin {
  private Origin() {}

  /** Whether one of our own pages sent it. */
  public static boolean isOwn(HttpServletRequest request, URI publicUrl) {
    return isOwn(request.getHeader("Origin"), publicUrl);
  }

  /** Whether that {@code Origin} is the portal; no origin is not. */
  public static boolean isOwn(String origin, URI publicUrl) {
    return origin != null && origin.equalsIgnoreCase(of(publicUrl));
  }

  /** The origin of an address: scheme, host and port. */
  static String of(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }
}
