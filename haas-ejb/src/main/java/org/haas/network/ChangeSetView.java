package org.haas.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A change-set as its project sees it.
 *
 * @param id empty: it was only asked what would be done
 * @param error why it is undone
 * @param nics those that it changes; in a list of change-sets, none
 */
public record ChangeSetView(
    Optional<UUID> id,
    ChangeSetState state,
    Label project,
    String requestedBy,
    Optional<Instant> plannedAt,
    Optional<Instant> appliedAt,
    Optional<Instant> finishedAt,
    Optional<String> error,
    List<PortPlanView> nics) {
  /** Copies the ports. */
  public ChangeSetView {
    nics = List.copyOf(nics);
  }
}
