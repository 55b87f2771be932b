package org.haas.launcher;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Environment variables, read with their types. An empty variable counts as not set. */
record Variables(Map<String, String> values) {
  private static final Pattern URL = Pattern.compile("https?://[^/\\s]+(/\\S*)?");

  Variables {
    values = Map.copyOf(values);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * @throws Failure when it is not set, saying why it is needed
   */
  String required(String name, String because) {
    return text(name).orElseThrow(() -> new Failure("Set %s: %s.".formatted(name, because)));
  }

  /** A TCP port, 1 to 65535. */
  Optional<Integer> port(String name) {
    return text(name).map(text -> portNumber(name, text));
  }

  private static int portNumber(String name, String text) {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65535) {
      throw new Failure(
          "%s=%s is no TCP port: give a number from 1 to 65535.".formatted(name, text));
    }
    return port;
  }

  boolean flag(String name, boolean otherwise) {
    return matching(name, Pattern.compile("true|false"), "true or false")
        .map(Boolean::valueOf)
        .orElse(otherwise);
  }

  /** An http or https address, without the slashes at its end. */
  Optional<URI> url(String name) {
    return matching(name, URL, "an address such as https://haas.example.org")
        .map(text -> URI.create(text.replaceAll("/+$", "")));
  }

  /**
   * @param form the legal form in words
   */
  Optional<String> matching(String name, Pattern pattern, String form) {
    Optional<String> text = text(name);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      throw new Failure("%s=%s is not understood: give %s.".formatted(name, text.get(), form));
    }
    return text;
  }

  Map<String, String> starting(String prefix) {
    Map<String, String> found = new TreeMap<>(values);
    found.keySet().removeIf(name -> !name.startsWith(prefix));
    return found;
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
