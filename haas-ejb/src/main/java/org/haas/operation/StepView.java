package org.haas.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of an operation.
 *
 * @param error why it failed last, or what it waits for
 * @param found what was seen when it was done
 */
public record StepView(
    String name,
    StepState state,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<String> error,
    Optional<String> found) {

  /** For who may not know hypervisors. */
  StepView plain() {
    return new StepView(name, state, startedAt, finishedAt, error.map(PlainWords::of), found);
  }
}
