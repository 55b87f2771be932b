package org.haas.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How something went that was asked of several things.
 *
 * @param done those that it was done to
 * @param refused why it was refused, by the thing
 */
public record Outcome(List<String> done, Map<String, String> refused) implements Serializable {
  /** Nothing was asked. */
  static final Outcome NONE = new Outcome(List.of(), Map.of());

  /** Does it to each by itself. */
  static Outcome of(List<String> things, Consumer<String> action) {
    List<String> done = new ArrayList<>();
    Map<String, String> refused = new LinkedHashMap<>();
    for (String thing : things) {
      Attempt.of(() -> action.accept(thing))
          .ifPresentOrElse(reason -> refused.put(thing, reason), () -> done.add(thing));
    }
    return new Outcome(done, refused);
  }

  /** Why it was refused to that thing, if it was. */
  public Optional<String> refusalOf(String thing) {
    return Optional.ofNullable(refused.get(thing));
  }

  /** Whether several things were asked about: then what happened is told in one place. */
  public boolean isOfMany() {
    return done.size() + refused.size() > 1;
  }
}
