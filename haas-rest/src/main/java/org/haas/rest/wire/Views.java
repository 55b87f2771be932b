package org.haas.rest.wire;

import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.document.Username;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * Records as JSON: a field for each component, under its name (switch for {@code switchName}). An
 * empty Optional is left out; a list is an array, a map an object; numbers, a VLAN's id, booleans
 * and JSON values are themselves; anything else (names, ids, times, channels, an enum's words) is
 * its text. Written by hand: long lists are what most answers consist of.
 */
public final class Views {
  /** What Java does not let a component be called. */
  private static final Map<String, String> NAMES = Map.of("switchName", "switch");

  private static final int LIKELY_LENGTH = 512;

  private static final Set<Class<?>> TEXTS =
      Set.of(Label.class, PortName.class, MacAddress.class, Username.class, Cursor.class);

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
      };

  private Views() {}

  /** The value as JSON text. */
  public static String json(Object value) {
    StringBuilder text = new StringBuilder(LIKELY_LENGTH);
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder to) {
    if (value instanceof JsonValue || value instanceof Boolean || isWhole(value)) {
      to.append(value);
    } else if (value instanceof Collection<?> items) {
      array(items, to);
    } else if (value instanceof Map<?, ?> map) {
      object(map, to);
    } else if (value instanceof VlanId vlan) {
      to.append(vlan.value());
    } else if (value instanceof Record record && !(value instanceof Channel || isName(value))) {
      object(record, to);
    } else {
      quote(value.toString(), to);
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static boolean isName(Object value) {
    return TEXTS.contains(value.getClass());
  }

  private static void array(Collection<?> items, StringBuilder to) {
    char before = '[';
    for (Object item : items) {
      to.append(before);
      write(item, to);
      before = ',';
    }
    to.append(before == '[' ? "[]" : "]");
  }

  private static void object(Map<?, ?> map, StringBuilder to) {
    char before = '{';
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      quote(entry.getKey().toString(), to.append(before));
      write(entry.getValue(), to.append(':'));
      before = ',';
    }
    to.append(before == '{' ? "{}" : "}");
  }

  private static void object(Record record, StringBuilder to) {
    char before = '{';
    for (Component component : COMPONENTS.get(record.getClass())) {
      Object value = component.of(record);
      Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (present != null) {
        to.append(before).append(component.name());
        write(present, to);
        before = ',';
      }
    }
    to.append(before == '{' ? "{}" : "}");
  }

  private static String begun(String text) {
    StringBuilder name = new StringBuilder();
    quote(text, name);
    return name.append(':').toString();
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    if (isPlain(text)) {
      to.append(text);
    } else {
      text.chars().forEach(c -> escape((char) c, to));
    }
    to.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static void escape(char c, StringBuilder to) {
    if (c == '"' || c == '\\') {
      to.append('\\').append(c);
    } else if (c < ' ') {
      to.append(String.format("\\u%04x", (int) c));
    } else {
      to.append(c);
    }
  }

  /**
   * A component.
   *
   * @param name as JSON, with the colon
   */
  private record Component(String name, Method reader) {
    static Component of(RecordComponent component) {
      Method reader = component.getAccessor();
      reader.setAccessible(true);
      String name = NAMES.getOrDefault(component.getName(), component.getName());
      return new Component(begun(name), reader);
    }

    Object of(Record record) {
      try {
        return reader.invoke(record);
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
