package org.haas.rest.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.haas.document.InvalidRequest;

/**
 * Refuses headers that cannot be read by a sentence. The container would answer them itself, by a
 * page that tells its version.
 */
@Provider
@PreMatching
@Priority(0)
public class ReadableHeaders implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    read(request, HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
    read(request, HttpHeaders.ACCEPT_LANGUAGE, request::getAcceptableLanguages);
  }

  /** A header that is refused is taken out, since it is read again for the refusal. */
  private static void read(ContainerRequestContext request, String name, Runnable reader) {
    try {
      reader.run();
    } catch (RuntimeException unreadable) {
      request.getHeaders().remove(name);
      throw InvalidRequest.document("The header " + name + " cannot be read.");
    }
  }
}
