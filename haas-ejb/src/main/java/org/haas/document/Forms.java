package org.haas.document;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Texts turned into values. */
public final class Forms {
  private Forms() {}

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
  public static <E extends Enum<E>> E word(Class<E> words, String text) {
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
}
