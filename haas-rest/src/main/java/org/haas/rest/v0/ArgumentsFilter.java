package org.haas.rest.v0;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.document.InvalidRequest;
import org.haas.rest.wire.Body;

/**
 * Reads the arguments of a request in HIL's way: as JSON, whatever the Content-Type says, because
 * HIL's client sends none.
 */
@V0
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class ArgumentsFilter implements ContainerRequestFilter {
  @Context private ResourceInfo route;
  @Inject private Arguments arguments;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod()) && request.hasEntity()) {
      throw InvalidRequest.document("A GET request has no body.");
    }
    JsonObject given = Body.object(request.getEntityStream());
    Optional<Takes> takes =
        Optional.ofNullable(route.getResourceMethod())
            .map((Method method) -> method.getAnnotation(Takes.class));
    requireAll(takes.map(Takes::value).orElse(new String[0]), given);
    if (!takes.map(Takes::others).orElse(false)) {
      refuseOthers(takes.map(ArgumentsFilter::names).orElse(Set.of()), given);
    }
    arguments.are(given);
  }

  private static Set<String> names(Takes takes) {
    return Stream.of(takes.value(), takes.optional())
        .flatMap(Stream::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireAll(String[] names, JsonObject given) {
    for (String name : names) {
      if (!given.containsKey(name)) {
        throw InvalidRequest.field(name, "this argument is required.");
      }
    }
  }

  private static void refuseOthers(Set<String> known, JsonObject given) {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw InvalidRequest.field(name, "there is no such argument here.");
      }
    }
  }
}
