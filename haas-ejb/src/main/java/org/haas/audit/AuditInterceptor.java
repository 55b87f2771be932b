package org.haas.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.StringJoiner;
import org.haas.spi.Label;

/** Writes the row after the change and before the commit: neither is there without the other. */
@Interceptor
@Audited("")
@Priority(Interceptor.Priority.APPLICATION)
public class AuditInterceptor {
  @Inject private AuditTrail trail;

  @AroundInvoke
  Object record(InvocationContext call) throws Exception {
    Object result = call.proceed();
    Optional<Begun> begun =
        result instanceof Begun operation ? Optional.of(operation) : Optional.empty();
    String project = named(call, true);
    trail.record(
        new AuditEntry(
            call.getMethod().getAnnotation(Audited.class).value(),
            project.isEmpty() ? begun.flatMap(Begun::project).orElse("") : project,
            named(call, false),
            detail(call),
            begun.map(Begun::id)));
    return result;
  }

  /**
   * The project's label among the arguments, or the first other one: what the change was made to.
   */
  private static String named(InvocationContext call, boolean project) {
    Parameter[] parameters = call.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      boolean isProject = parameters[i].getName().equals("project");
      if (call.getParameters()[i] instanceof Label label && isProject == project) {
        return label.value();
      }
      if (!project && call.getParameters()[i] instanceof Named named) {
        return named.name().value();
      }
      if (project && call.getParameters()[i] instanceof InProject made) {
        return made.inProject().map(Label::value).orElse("");
      }
    }
    return "";
  }

  private static String detail(InvocationContext call) {
    StringJoiner detail = new StringJoiner(", ");
    Parameter[] parameters = call.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Object given = call.getParameters()[i];
      Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
      if (value != null) {
        detail.add(parameters[i].getName() + "=" + value);
      }
    }
    return detail.toString();
  }
}
