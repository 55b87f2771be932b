package org.haas.rest.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.haas.document.Forms;
import org.haas.document.InvalidRequest;

/**
 * Has every {@code GET} of v1 that answers a whole thing be tagged, and refuses tags where nobody
 * would ask for them: who sends one relies on it.
 */
@Provider
@ApplicationScoped
public class KnownTags implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Path path = resource.getResourceClass().getAnnotation(Path.class);
    if (path == null || !path.value().startsWith("v1/")) {
      return;
    }
    Method method = resource.getResourceMethod();
    boolean reads = method.isAnnotationPresent(GET.class);
    context.register(new OnlyHere(reads, takesTags(method)));
    if (reads && method.getReturnType().isRecord() && !isPart(method)) {
      context.register(new TagFilter());
    }
  }

  private static boolean takesTags(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
        .anyMatch(header -> header != null && header.value().equals(Preconditions.IF_MATCH));
  }

  /** A part of a list is no thing that anybody edits. */
  private static boolean isPart(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .anyMatch(query -> query != null && query.value().equals("limit"));
  }

  /** The tags that a header names, if it is there. */
  static Optional<TagList> of(ContainerRequestContext request, String header) {
    List<String> given = request.getHeaders().getOrDefault(header, List.of());
    if (given.size() > 1) {
      throw InvalidRequest.field(header, "this is given more than once.");
    }
    return given.stream().findFirst().map(text -> Forms.convert(header, text, TagList::parse));
  }

  private record OnlyHere(boolean reads, boolean takesTags) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (of(request, Preconditions.IF_MATCH).isPresent() && !takesTags) {
        throw InvalidRequest.field(
            Preconditions.IF_MATCH,
            "this request takes no tag; docs/api.md lists those that do. Send it without.");
      }
      if (!reads && request.getHeaders().containsKey(Preconditions.IF_NONE_MATCH)) {
        throw InvalidRequest.field(
            Preconditions.IF_NONE_MATCH, "this is for GET; what changes a thing takes If-Match.");
      }
    }
  }
}
