package org.haas.driver.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to an {@link HttpCall}.
 *
 * @param headers by names in lower case
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  /** Whether it was done, or is being done. */
  public boolean isDone() {
    return status >= 200 && status < 300;
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The body's value; an empty map without a body.
   *
   * @throws IOException it is not JSON
   */
  public Object json() throws IOException {
    if (body.isBlank()) {
      return Map.of();
    }
    try {
      return Json.parse(body);
    } catch (IllegalArgumentException none) {
      throw new IOException("it answered something else than JSON", none);
    }
  }
}
