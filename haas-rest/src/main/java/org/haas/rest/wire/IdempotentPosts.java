package org.haas.rest.wire;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.haas.once.IdempotencyKeys;

/** Has every POST of v1 take an {@link IdempotencyFilter#KEY}. */
@Provider
@ApplicationScoped
public class IdempotentPosts implements DynamicFeature {
  @EJB private IdempotencyKeys keys;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Path path = resource.getResourceClass().getAnnotation(Path.class);
    Method method = resource.getResourceMethod();
    if (path != null && path.value().startsWith("v1/") && method.isAnnotationPresent(POST.class)) {
      context.register(new IdempotencyFilter(keys, limit(method)));
    }
  }

  private static int limit(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getType() == Body.class)
        .map(Parameter::getAnnotations)
        .map((Annotation[] on) -> BodyReader.limit(on))
        .findFirst()
        .orElse(Body.MAX_BYTES);
  }
}
