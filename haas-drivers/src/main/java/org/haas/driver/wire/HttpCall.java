package org.haas.driver.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param path with its query, as it is sent
 * @param body JSON
 */
public record HttpCall(
    String method, String path, Map<String, String> headers, Optional<String> body) {

  /** Asks for the path. */
  public static HttpCall get(String path) {
    return new HttpCall("GET", path, Map.of(), Optional.empty());
  }

  /** Without a body. */
  public static HttpCall of(String method, String path) {
    return new HttpCall(method, path, Map.of(), Optional.empty());
  }

  /** With a body. */
  public static HttpCall of(String method, String path, Object json) {
    return new HttpCall(method, path, Map.of(), Optional.of(Json.text(json)));
  }

  /** With one header more. */
  public HttpCall with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new HttpCall(method, path, all, body);
  }

  /** To another path. */
  public HttpCall to(String other) {
    return new HttpCall(method, other, headers, body);
  }
}
