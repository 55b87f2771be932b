package org.haas.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What every public method of a boundary has to do. */
final class Boundaries {
  private Boundaries() {}

  /** Its parameters and its result are records, enums, types of the SPI or of the JDK. */
  static ArchCondition<JavaMethod> takeAndReturnOnlyValues() {
    return new ArchCondition<>("take and return only views, values and types of the JDK") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Set::stream)
            .filter(type -> !isValue(type))
            .map(type -> "%s shows %s".formatted(method.getFullName(), type.getName()))
            .distinct()
            .forEach(text -> events.add(SimpleConditionEvent.violated(method, text)));
      }
    };
  }

  /** It asks {@code Access} who calls, itself or in a private method of its own class. */
  static ArchCondition<JavaMethod> askAccess() {
    return new ArchCondition<>("ask Access, or have @RolesAllowed") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!method.isAnnotatedWith(RolesAllowed.class) && !asks(method, new HashSet<>())) {
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " does not ask who calls"));
        }
      }
    };
  }

  /** A JPA entity or converter. */
  static DescribedPredicate<JavaClass> persistent() {
    return DescribedPredicate.describe(
        "entities and converters",
        type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Converter.class));
  }

  private static boolean isValue(JavaClass type) {
    return type.isPrimitive()
        || type.getPackageName().startsWith("java.")
        || type.getPackageName().equals("org.haas.spi")
        || type.isRecord()
        || type.isEnum();
  }

  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(call -> isQuestion(call) || isOwnThatAsks(method, call, seen));
  }

  private static boolean isQuestion(JavaMethodCall call) {
    return call.getTargetOwner().getName().equals("org.haas.access.Access")
        && (call.getName().startsWith("require") || call.getName().equals("caller"));
  }

  private static boolean isOwnThatAsks(
      JavaMethod method, JavaMethodCall call, Set<JavaMethod> seen) {
    return call.getTargetOwner().equals(method.getOwner())
        && call.getTarget()
            .resolveMember()
            .filter(own -> own.getModifiers().contains(JavaModifier.PRIVATE) && asks(own, seen))
            .isPresent();
  }
}
