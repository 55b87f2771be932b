package org.haas.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.spi.Label;

/**
 * A webhook; what it is signed with is shown to nobody.
 *
 * @param events what it is told of; none: everything
 * @param enabled whether it is told
 * @param attempts how often the next event was not taken yet
 * @param failingSince since when; empty: the last one was taken
 * @param answeredAt when it was told last
 * @param answer what came of that
 */
public record WebhookView(
    Label name,
    String url,
    List<String> events,
    boolean enabled,
    int attempts,
    Optional<Instant> failingSince,
    Optional<Instant> answeredAt,
    Optional<String> answer) {
  /** Copies the list. */
  public WebhookView {
    events = List.copyOf(events);
  }
}
