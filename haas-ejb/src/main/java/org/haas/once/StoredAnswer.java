package org.haas.once;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer as it was given.
 *
 * @param status of HTTP
 * @param body empty: none
 */
public record StoredAnswer(
    int status,
    Optional<String> contentType,
    Optional<String> location,
    Optional<String> etag,
    String body) {
  /** The longest body that is kept, in bytes: 256 KiB. */
  public static final int MAX_BYTES = 256 << 10;

  private static final int FAILURE = 500;

  /** Whether it is kept: it is no failure of ours, and not too long. */
  public boolean isKept() {
    return status < FAILURE && body.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  /** Without the body, in which a secret may be. */
  @Override
  public String toString() {
    return "answer " + status;
  }
}
