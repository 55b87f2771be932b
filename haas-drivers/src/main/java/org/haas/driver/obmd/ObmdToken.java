package org.haas.driver.obmd;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The token of one node, shared by all its sessions and consoles: OBMd has one for each node, a new
 * one ends the old one, and its end ends the console. Thread-safe.
 */
final class ObmdToken {
  private Optional<String> token = Optional.empty();
  private int users;

  /** One more that needs it. */
  synchronized void enter() {
    users++;
  }

  /** One fewer; the last one takes the token away with it. */
  synchronized Optional<String> leave() {
    users--;
    if (users > 0) {
      return Optional.empty();
    }
    Optional<String> last = token;
    token = Optional.empty();
    return last;
  }

  /** The token, made when there is none. */
  synchronized String get(Supplier<String> maker) {
    if (token.isEmpty()) {
      token = Optional.of(maker.get());
    }
    return token.get();
  }

  /** It turned out to be no longer valid. */
  synchronized void forget(String old) {
    token = token.filter(one -> !one.equals(old));
  }
}
