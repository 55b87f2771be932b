package org.haas.rest.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.haas.document.InvalidRequest;

/**
 * Refuses bodies of requests that take none, by a sentence: who sends one means something by it.
 * The container would refuse without a word; preboot.asadmin has it leave that to us.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHORIZATION)
public class NoBodies implements ContainerRequestFilter {
  private static final Set<String> WITHOUT =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    boolean body =
        request.getHeaders().containsKey("Transfer-Encoding")
            || (length != null && !length.equals("0"));
    if (body
        && WITHOUT.contains(request.getMethod())
        && ApiVersion.of(request.getUriInfo()) == ApiVersion.V1) {
      throw InvalidRequest.document(request.getMethod() + " takes no body; send it without one.");
    }
  }
}
