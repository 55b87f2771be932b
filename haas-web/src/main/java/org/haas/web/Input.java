package org.haas.web;

import java.util.Optional;
import java.util.function.Function;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** What people type, made into values. */
final class Input {
  private Input() {}

  /**
   * A name.
   *
   * @throws HaasException BAD_ARGUMENT no name
   */
  static Label label(String field, String text) {
    return value(field, text == null ? "" : text.strip(), Label::new);
  }

  /** A name, or nothing; what cannot be a name is nothing, too: an address may hold anything. */
  static Optional<Label> labelIn(String address) {
    try {
      return text(address).map(Label::new);
    } catch (IllegalArgumentException noLabel) {
      return Optional.empty();
    }
  }

  /**
   * The name once more, of what is lost for good.
   *
   * @throws HaasException BAD_ARGUMENT it was not typed as it is
   */
  static void same(String name, String typed) {
    if (!text(typed).equals(Optional.of(name))) {
      throw HaasException.badArgument("name", "type the name %s to go on.".formatted(name));
    }
  }

  /** What is left without the blanks, if anything. */
  static Optional<String> text(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
  }

  /** A constant by its name in any case, if there is one. */
  static <E extends Enum<E>> Optional<E> constant(Class<E> kind, String name) {
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /**
   * Any value.
   *
   * @throws HaasException BAD_ARGUMENT with the constructor's sentence
   */
  static <T> T value(String field, String text, Function<String, T> constructor) {
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw HaasException.badArgument(field, wrong.getMessage());
    }
  }
}
