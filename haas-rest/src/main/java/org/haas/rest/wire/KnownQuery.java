package org.haas.rest.wire;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.document.InvalidRequest;

/** Refuses query parameters that a path does not take, and those given twice. */
@Provider
public class KnownQuery implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (resource.getResourceClass().getName().startsWith("org.haas.")) {
      context.register(new OnlyThese(names(resource.getResourceMethod())));
    }
  }

  private static Set<String> names(Method method) {
    return Arrays.stream(method.getParameters())
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
        .filter(query -> query != null)
        .map(QueryParam::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record OnlyThese(Set<String> names) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.getUriInfo().getQueryParameters().forEach(this::check);
    }

    private void check(String name, List<String> values) {
      if (!names.contains(name)) {
        throw InvalidRequest.field(name, "there is no such query parameter here.");
      }
      if (values.size() > 1) {
        throw InvalidRequest.field(name, "this is given more than once.");
      }
    }
  }
}
