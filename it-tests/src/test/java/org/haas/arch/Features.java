package org.haas.arch;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features of the application in their order: each knows those of its line and of the lines
 * before.
 */
final class Features {
  private static final List<List<String>> ORDER =
      List.of(
          List.of("error", "config", "document", "page", "access", "seen", "once", "audit"),
          List.of("project", "event", "token"),
          List.of("hook"),
          List.of("operation"),
          List.of("switches"),
          List.of("node"),
          List.of("network"),
          List.of("headnode"),
          List.of("maintenance"),
          List.of("power"),
          List.of("console"),
          List.of("health"),
          List.of("overview"));

  private Features() {}

  /** The packages of all features. */
  static String[] packages() {
    return ORDER.stream().flatMap(List::stream).map(Features::packageOf).toArray(String[]::new);
  }

  /** A class of a feature knows no feature of a later line. */
  static ArchCondition<JavaClass> knowOnlyEarlierOnes() {
    return new ArchCondition<>("know only the features before their own") {
      @Override
      public void check(JavaClass known, ConditionEvents events) {
        known.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isLater(known, dependency.getTargetClass()))
            .map(Dependency::getDescription)
            .forEach(text -> events.add(SimpleConditionEvent.violated(known, text)));
      }
    };
  }

  private static boolean isLater(JavaClass from, JavaClass to) {
    return line(to) > line(from);
  }

  private static int line(JavaClass known) {
    return IntStream.range(0, ORDER.size())
        .filter(
            line ->
                ORDER.get(line).stream()
                    .anyMatch(name -> known.getPackageName().equals("org.haas." + name)))
        .findFirst()
        .orElse(-1);
  }

  private static String packageOf(String feature) {
    return "org.haas." + feature;
  }
}
