package org.haas.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells with each answer how much its caller may still ask (draft-ietf-httpapi-ratelimit-headers).
 */
@Provider
public class RateFields implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(RateLimits.TOLD) instanceof RateLimits.Told told) {
      MultivaluedMap<String, Object> headers = response.getHeaders();
      headers.putSingle("RateLimit-Policy", told.quota().policy());
      headers.putSingle("RateLimit", told.quota().field(told.left()));
      if (!told.left().allowed()) {
        headers.putSingle(HttpHeaders.RETRY_AFTER, told.left().oneIn());
      }
    }
  }
}
