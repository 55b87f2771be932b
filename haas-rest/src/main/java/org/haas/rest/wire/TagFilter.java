package org.haas.rest.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Tags what is read, and does not send it again to who has it. */
final class TagFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String KNOWN = TagFilter.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    KnownTags.of(request, Preconditions.IF_NONE_MATCH)
        .ifPresent(tags -> request.setProperty(KNOWN, tags));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != Response.Status.OK.getStatusCode()
        || !(response.getEntity() instanceof Record view)) {
      return;
    }
    String text = Views.json(view);
    String tag = Tag.of(text);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (request.getProperty(KNOWN) instanceof TagList known && known.knows(tag)) {
      response.setStatusInfo(Response.Status.NOT_MODIFIED);
      response.setEntity(null);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    } else {
      response.setEntity(text, response.getEntityAnnotations(), response.getMediaType());
    }
  }
}
