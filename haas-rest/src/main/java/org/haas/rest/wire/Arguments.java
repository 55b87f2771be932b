package org.haas.rest.wire;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * Lets a resource's method take its path and query parameters as value types. A text that is none
 * is an {@link InvalidRequest} that names the parameter.
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
          SearchText.class, SearchText::new,
          UUID.class, Arguments::uuid,
          Boolean.class, Arguments::flag,
          Integer.class, Arguments::number);

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
        return text == null ? null : type.cast(convert(name.get(), text, form));
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  /**
   * The text as a value.
   *
   * @param name of the field or parameter
   * @param form throws IllegalArgumentException with a sentence
   * @throws InvalidRequest with that sentence
   */
  public static <T> T convert(String name, String text, Function<String, T> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw InvalidRequest.field(name, wrong.getMessage());
    }
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException with a sentence that lists them
   */
  static <E extends Enum<E>> E word(Class<E> words, String text) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Arrays.stream(words.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "this is one of ", "."))));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Function<String, ?> form(Class<?> type) {
    return type.isEnum() ? text -> word((Class) type, text) : FORMS.get(type);
  }

  private static Optional<String> name(Annotation[] on) {
    return Arrays.stream(on)
        .flatMap(
            annotation ->
                annotation instanceof PathParam path
                    ? Optional.of(path.value()).stream()
                    : annotation instanceof QueryParam query
                        ? Optional.of(query.value()).stream()
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

  private static Integer number(String text) {
    if (text.matches("-?[0-9]{1," + LONGEST_SHOWN + "}")) {
      return Integer.valueOf(text);
    }
    throw new IllegalArgumentException("this is a whole number.");
  }
}
