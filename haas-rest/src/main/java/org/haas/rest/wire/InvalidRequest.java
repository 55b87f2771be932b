package org.haas.rest.wire;

import java.util.Optional;

/**
 * A request that cannot be understood: refused before any boundary is asked. Its message is a
 * sentence for the caller; where a field is wrong, it begins with the field's name.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  private final int status;
  private final String field;

  private InvalidRequest(int status, String message, String field) {
    super(message);
    this.status = status;
    this.field = field;
  }

  /** A field of the body, or a parameter of the path or the query, that is wrong. */
  public static InvalidRequest field(String name, String why) {
    return new InvalidRequest(BAD_REQUEST, Text.shown(name) + ": " + why, Text.shown(name));
  }

  /** A body that is no JSON object. */
  public static InvalidRequest body(String why) {
    return new InvalidRequest(BAD_REQUEST, why, null);
  }

  /** A body larger than the path takes. */
  public static InvalidRequest tooLarge(int maxBytes) {
    return new InvalidRequest(
        TOO_LARGE, "The body is larger than the %d bytes taken here.".formatted(maxBytes), null);
  }

  /** The HTTP status that says so. */
  public int status() {
    return status;
  }

  /** The field that is wrong, where it is one. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
