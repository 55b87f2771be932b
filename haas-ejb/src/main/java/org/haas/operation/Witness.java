package org.haas.operation;

import java.util.Optional;
import java.util.UUID;

/**
 * An operation that hardware was told about: a database that does not know it is from before.
 *
 * @param operation its row
 * @param uuid its name, since a restored database gives the same numbers again
 * @param epoch how often an administrator had accepted the database as it was by then
 */
record Witness(long operation, UUID uuid, long epoch) {

  /** Reads {@link #toString}'s form; empty for any other text. */
  static Optional<Witness> parse(String text) {
    if (!text.matches("\\d{1,18} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} \\d{1,18}\\s*")) {
      return Optional.empty();
    }
    String[] part = text.strip().split(" ");
    return Optional.of(
        new Witness(Long.parseLong(part[0]), UUID.fromString(part[1]), Long.parseLong(part[2])));
  }

  /** Whether a database in which that is seen has lost it. */
  boolean isLostIn(ObservationStore.Sight sight) {
    return epoch > sight.epoch() || (epoch == sight.epoch() && !sight.knows());
  }

  @Override
  public String toString() {
    return "%d %s %d".formatted(operation, uuid, epoch);
  }
}
