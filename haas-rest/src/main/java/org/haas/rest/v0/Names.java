package org.haas.rest.v0;

import java.util.UUID;
import java.util.function.Function;
import org.haas.document.Username;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * Makes names out of the words of a request. A name that nothing can have is a bad argument where
 * something new is named, and otherwise simply not found, as in HIL.
 */
final class Names {
  private static final int LONGEST_SHOWN = 60;

  private Names() {}

  /**
   * The name of something new.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  static Label fresh(String kind, String text) {
    return value(kind, text, Label::new);
  }

  /**
   * The name of something that exists, or may.
   *
   * @throws HaasException NOT_FOUND nothing can have that name
   */
  static Label known(String kind, String text) {
    return found(kind, text, Label::new);
  }

  /**
   * The name of a port that exists, or may.
   *
   * @throws HaasException NOT_FOUND no port can have that name
   */
  static PortName port(String text) {
    return found("port", text, PortName::new);
  }

  /**
   * The id of a networking action.
   *
   * @throws HaasException NOT_FOUND
   */
  static UUID action(String text) {
    return found("networking action", text, UUID::fromString);
  }

  /**
   * The name of a user who exists, or may.
   *
   * @throws HaasException NOT_FOUND nobody can have that name
   */
  static String user(String text) {
    return found("user", text, Username::new).value();
  }

  /**
   * The name of a new user.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  static String freshUser(String text) {
    return value("user", text, Username::new).value();
  }

  /**
   * A value of the domain.
   *
   * @param form throws IllegalArgumentException with a sentence
   * @throws HaasException BAD_ARGUMENT with that sentence
   */
  static <T> T value(String field, String text, Function<String, T> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw HaasException.badArgument(field, wrong.getMessage());
    }
  }

  private static <T> T found(String kind, String text, Function<String, T> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException nothingIsCalledSo) {
      throw HaasException.notFound(kind, shown(text));
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
