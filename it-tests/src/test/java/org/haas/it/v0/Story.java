package org.haas.it.v0;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of exchanges, in the order in which they happen: it makes what it needs by HIL's routes
 * and gives everything back. A line with a star is something that happens elsewhere meanwhile, one
 * with a hash a comment.
 *
 * <p>{@code {run}} stands for what makes the names of this run its own, {@code {other}} for the
 * value that an answer before had at {@code {other=uuid}} or {@code {other=number}}.
 */
record Story(String name, List<Step> steps) {
  /** All there are. */
  static final List<String> NAMES =
      List.of("projects", "users", "nodes", "power", "switches", "networks", "nics", "headnodes");

  /**
   * Something that happens.
   *
   * @param event elsewhere, in words; empty: the exchange
   */
  record Step(String event, Optional<Exchange> exchange) {
    @Override
    public String toString() {
      return exchange.map(Exchange::toString).orElse(event);
    }
  }

  static Story read(String name) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = text(name + ".story").lines().toList();
    int next = 0;
    while (next < lines.size()) {
      String line = lines.get(next);
      int end = next + 1;
      if (line.startsWith("* ")) {
        steps.add(new Step(line.substring(2).strip(), Optional.empty()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        while (end < lines.size() && !lines.get(end).isBlank()) {
          end++;
        }
        Exchange read = Exchange.parse(next + 1, lines.subList(next, end));
        steps.add(new Step("", Optional.of(read)));
      }
      next = end;
    }
    return new Story(name, steps);
  }

  /** What it asks. */
  List<Exchange> exchanges() {
    return steps.stream().flatMap(step -> step.exchange().stream()).toList();
  }

  /** A file beside this class. */
  static String text(String file) {
    try (InputStream stream = Story.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("There is no " + file + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
