package org.haas.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** Tells browsers and caches to keep nothing, guess nothing and frame nothing. */
@Provider
public class SafeHeaders implements ContainerResponseFilter {
  /** The headers, for answers that are written past this filter. */
  public static final Map<String, String> VALUES =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    VALUES.forEach((name, value) -> headers.putIfAbsent(name, List.of(value)));
  }
}
