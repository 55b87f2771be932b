package org.haas.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Everything is written as UTF-8. The container repeats the parameters that a client accepts, such
 * as another charset; what is not so is not said.
 */
@Provider
public class TrueMediaType implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType said = response.getMediaType();
    if (said != null && !isTrue(said.getParameters())) {
      response
          .getHeaders()
          .putSingle(HttpHeaders.CONTENT_TYPE, new MediaType(said.getType(), said.getSubtype()));
    }
  }

  private static boolean isTrue(Map<String, String> parameters) {
    String charset = parameters.get(MediaType.CHARSET_PARAMETER);
    return parameters.isEmpty()
        || (parameters.size() == 1 && StandardCharsets.UTF_8.name().equalsIgnoreCase(charset));
  }
}
