package org.haas.health;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A queue of operations.
 *
 * @param name such as {@code switch:7}
 * @param switchName whose it is
 * @param holder who works it now: an instance of HaaS by host and process, or a worker's id
 * @param claimUntil until when, unless he says so again
 * @param due operations that can be done now
 * @param waiting operations that failed and are tried again later
 * @param running operations that the holder has taken
 * @param oldest when the oldest of all these was asked for
 * @param unsavedSince since when the hardware's configuration is not saved
 * @param lastError the newest that went wrong here, even if it went well later
 */
public record QueueHealth(
    String name,
    Optional<Label> switchName,
    Optional<String> holder,
    Optional<Instant> claimUntil,
    long due,
    long waiting,
    long running,
    Optional<Instant> oldest,
    Optional<Instant> unsavedSince,
    Optional<Failure> lastError) {

  /**
   * An operation that went wrong.
   *
   * @param at when it ended, or was last begun
   * @param ended whether it is no longer tried
   */
  public record Failure(UUID operation, Instant at, boolean ended, String error) {}

  /** Whether anything is to be done. */
  public boolean busy() {
    return due + waiting + running > 0;
  }
}
