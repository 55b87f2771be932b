package org.haas.document;

import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * A request that cannot be understood: refused before any boundary is asked. Its message is a
 * sentence for the caller; where a field is wrong, it begins with the field's name.
 */
public final class InvalidRequest extends HaasException {
  private static final long serialVersionUID = 1L;
  private static final int TOO_LARGE = 413;

  private final int status;

  private InvalidRequest(int status, String message, String field) {
    super(ErrorCode.BAD_ARGUMENT, message, field);
    this.status = status;
  }

  /** A field of the body, or a parameter of the path or the query, that is wrong. */
  public static InvalidRequest field(String name, String why) {
    String shown = Text.shown(name);
    return new InvalidRequest(ErrorCode.BAD_ARGUMENT.status(), shown + ": " + why, shown);
  }

  /** A document that is no JSON object. */
  public static InvalidRequest document(String why) {
    return new InvalidRequest(ErrorCode.BAD_ARGUMENT.status(), why, null);
  }

  /** A document larger than what is taken. */
  public static InvalidRequest tooLarge(int maxBytes) {
    return new InvalidRequest(
        TOO_LARGE, "This is larger than the %d bytes taken here.".formatted(maxBytes), null);
  }

  /** The HTTP status that says so. */
  public int status() {
    return status;
  }
}
