package org.haas.rest.wire;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
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
 * its text.
 */
public final class Views {
  /** What Java does not let a component be called. */
  private static final Map<String, String> NAMES = Map.of("switchName", "switch");

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

  /** The value as JSON. */
  public static JsonValue json(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer || value instanceof Long) {
      return Json.createValue(((Number) value).longValue());
    }
    if (value instanceof Collection<?> items) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      items.forEach(item -> array.add(json(item)));
      return array.build();
    }
    if (value instanceof Map<?, ?> map) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      map.forEach((name, item) -> object.add(name.toString(), json(item)));
      return object.build();
    }
    if (value instanceof VlanId vlan) {
      return Json.createValue(vlan.value());
    }
    return value instanceof Record record && !(value instanceof Channel || isName(value))
        ? object(record)
        : Json.createValue(value.toString());
  }

  private static boolean isName(Object value) {
    return TEXTS.contains(value.getClass());
  }

  private static JsonValue object(Record record) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (Component component : COMPONENTS.get(record.getClass())) {
      Object value = component.of(record);
      Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (present != null) {
        object.add(component.name(), json(present));
      }
    }
    return object.build();
  }

  private record Component(String name, Method reader) {
    static Component of(RecordComponent component) {
      Method reader = component.getAccessor();
      reader.setAccessible(true);
      return new Component(NAMES.getOrDefault(component.getName(), component.getName()), reader);
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
