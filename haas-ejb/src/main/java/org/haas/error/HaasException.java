package org.haas.error;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/**
 * A refusal. Its message is one sentence for the person who asked: it names the thing and, where
 * there is one, the way out. The transaction is rolled back.
 */
@ApplicationException(rollback = true)
public class HaasException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String field;

  /** A refusal with its sentence. */
  public HaasException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /** A refusal of a field; null: of none. */
  protected HaasException(ErrorCode code, String message, String field) {
    super(message);
    this.code = code;
    this.field = field;
  }

  /** Why. */
  public ErrorCode code() {
    return code;
  }

  /** The field of the request that is wrong, where it is one. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  /** 404: there is no such thing. */
  public static HaasException notFound(String kind, Object name) {
    return new HaasException(ErrorCode.NOT_FOUND, "There is no %s %s.".formatted(kind, name));
  }

  /** The thing exists and the caller may not know: the same sentence as {@link #notFound}. */
  public static HaasException hidden(String kind, Object name) {
    return new HaasException(ErrorCode.HIDDEN, "There is no %s %s.".formatted(kind, name));
  }

  /** 403: seen, but not allowed. */
  public static HaasException forbidden(String message) {
    return new HaasException(ErrorCode.FORBIDDEN, message);
  }

  /** 409: the name is taken. */
  public static HaasException duplicate(String message) {
    return new HaasException(ErrorCode.DUPLICATE, message);
  }

  /** 409: something else has to happen first; the message says what. */
  public static HaasException blocked(String message) {
    return new HaasException(ErrorCode.BLOCKED, message);
  }

  /** 409: the node or the network belongs to another project. */
  public static HaasException mismatch(String message) {
    return new HaasException(ErrorCode.PROJECT_MISMATCH, message);
  }

  /** 400: a value that cannot be; the message begins with the field's name. */
  public static HaasException badArgument(String field, String why) {
    return new HaasException(ErrorCode.BAD_ARGUMENT, field + ": " + why, field);
  }
}
