package org.haas.rest.wire;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.haas.document.Forms;
import org.haas.document.Username;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * Lets a resource's method take its path, query and header parameters as value types. A text that
 * is none is an {@link org.haas.document.InvalidRequest} that names the parameter.
 */
@Provider
public class Arguments implements ParamConverterProvider {
  private static final int LONGEST_SHOWN = 9;

  private static final Map<Class<?>, Function<String, ?>> FORMS =
      Map.of(
          Label.class, Label::new,
          PortName.class, PortName::new,
          Username.class, Username::new,
          Cursor.class, Cursor::parse,
          TagList.class, TagList::parse,
          SearchText.class, SearchText::new,
          UUID.class, Arguments::uuid,
          Boolean.class, Arguments::flag,
          Integer.class, Arguments::number,
          Instant.class, Arguments::moment);

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] on) {
    Optional<String> name = name(on);
    Function<String, ?> form = form(type);
    if (form == null || name.isEmpty()) {
      return null;
    }
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        return text == null ? null : type.cast(Forms.convert(name.get(), text, form));
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Function<String, ?> form(Class<?> type) {
    return type.isEnum() ? text -> Forms.word((Class) type, text) : FORMS.get(type);
  }

  private static Optional<String> name(Annotation[] on) {
    return Arrays.stream(on)
        .flatMap(
            annotation ->
                annotation instanceof PathParam path
                    ? Optional.of(path.value()).stream()
                    : annotation instanceof QueryParam query
                        ? Optional.of(query.value()).stream()
                        : annotation instanceof HeaderParam header
                            ? Optional.of(header.value()).stream()
                            : Optional.<String>empty().stream())
        .findFirst();
  }

  private static UUID uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException(uuidForm(), notOne);
    }
    throw new IllegalArgumentException(uuidForm());
  }

  private static String uuidForm() {
    return "an id has the form 01234567-89ab-cdef-0123-456789abcdef.";
  }

  private static Boolean flag(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw new IllegalArgumentException("this is true or false.");
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException("a time has the form 2026-11-22T10:05:33Z.", wrong);
    }
  }

  private static Integer number(String text) {
    if (text.matches("-?[0-9]{1," + LONGEST_SHOWN + "}")) {
      return Integer.valueOf(text);
    }
    throw new IllegalArgumentException("this is a whole number.");
  }
}
