package org.haas.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * The VLAN ids of networks.
 *
 * @param pool how many the pool has
 * @param free of these, those that the next network can have
 * @param used of these, those that networks have
 * @param quarantined of these, those that no network has but a switch may still carry
 * @param reserved of these, those that switches keep for themselves: no network gets one
 * @param usedOutside ids that networks have and that are not in the pool
 * @param longest quarantined ids, the longest waiting first; also those outside the pool
 */
public record VlanHealth(
    long pool,
    long free,
    long used,
    long quarantined,
    long reserved,
    long usedOutside,
    List<Quarantined> longest) {
  /** Copies the list. */
  public VlanHealth {
    longest = List.copyOf(longest);
  }

  /**
   * An id that is given to nobody yet.
   *
   * @param since when its network was deleted
   * @param switches those that may still carry it
   */
  public record Quarantined(VlanId vlan, Optional<Instant> since, List<Label> switches) {}
}
