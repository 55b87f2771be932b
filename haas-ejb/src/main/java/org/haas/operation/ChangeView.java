package org.haas.operation;

import java.util.Optional;

/**
 * What somebody is told of a change: what to look at again. Without a name: something of that kind
 * changed, look at all of it.
 *
 * @param name the label of the thing; the UUID of an operation
 * @param node the node that it concerns
 */
public record ChangeView(Change.Kind kind, Optional<String> name, Optional<String> node) {
  /** That something of that kind changed. */
  static ChangeView nameless(Change.Kind kind) {
    return new ChangeView(kind, Optional.empty(), Optional.empty());
  }
}
