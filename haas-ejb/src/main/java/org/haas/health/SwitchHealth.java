package org.haas.health;

import java.time.Instant;
import java.util.Optional;
import org.haas.spi.Label;

/**
 * A switch and how HaaS gets on with it.
 *
 * @param driverInstalled whether a driver of its type is there
 * @param contact whether the last login succeeded
 * @param lastVisit when a login succeeded or a port was read
 * @param failedAt when a login last failed
 * @param error what was said then
 * @param session the instance of HaaS that has a session open now
 */
public record SwitchHealth(
    Label name,
    String type,
    String host,
    int port,
    boolean driverInstalled,
    Contact contact,
    Optional<Instant> lastVisit,
    Optional<Instant> failedAt,
    Optional<String> error,
    Optional<String> session,
    Ports ports) {

  /** Whether the switch lets us in. */
  public enum Contact {
    /** Nobody has tried yet. */
    NEVER,
    REACHABLE,
    UNREACHABLE
  }

  /**
   * Its ports.
   *
   * @param failed those that could not be parked or read
   * @param cabled those with a NIC
   */
  public record Ports(long total, long failed, long cabled) {}
}
