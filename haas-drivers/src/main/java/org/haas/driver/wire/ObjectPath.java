package org.haas.driver.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into parsed JSON of which nothing may be taken for granted. */
public final class ObjectPath {
  private ObjectPath() {}

  /** The value behind these names and, for lists, numbers; empty when there is none such. */
  public static Optional<Object> at(Object from, Object... steps) {
    Object value = from;
    for (Object step : steps) {
      if (value instanceof Map<?, ?> members) {
        value = members.get(step);
      } else if (value instanceof List<?> elements
          && step instanceof Integer index
          && index < elements.size()) {
        value = elements.get(index);
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(value);
  }

  /** The same, if it is a text. */
  public static Optional<String> text(Object from, Object... steps) {
    return at(from, steps).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The texts of the list there; none when there is no list. */
  public static List<String> texts(Object from, Object... steps) {
    List<?> elements =
        at(from, steps).filter(List.class::isInstance).map(List.class::cast).orElse(List.of());
    return elements.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }
}
