package org.haas.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Tells browsers and caches to keep nothing, guess nothing and frame nothing. */
@Provider
public class SafeHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    headers.putIfAbsent(
        "Content-Security-Policy", List.of("default-src 'none'; frame-ancestors 'none'"));
    headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
    headers.putIfAbsent("Referrer-Policy", List.of("no-referrer"));
  }
}
