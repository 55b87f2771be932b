package org.haas.hook;

import java.util.List;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.spi.Label;

/**
 * A webhook as its project wants it.
 *
 * @param url who is told
 * @param events what of: words such as {@code node.reserved}, or {@code node.*}; empty: everything
 * @param enabled whether it is told now
 */
public record WebhookSpec(HookUrl url, List<EventPattern> events, boolean enabled) {
  private static final int MOST_EVENTS = 20;

  /** Copies the list. */
  public WebhookSpec {
    events = List.copyOf(events);
  }

  /** With its name, as it is made. */
  public record Named(Label name, WebhookSpec spec) {}

  /** Reads the fields of one that is there. */
  public static WebhookSpec read(Fields fields) {
    HookUrl url = fields.value("url", HookUrl::parse);
    List<EventPattern> events = fields.values("events", EventPattern::new);
    if (events.size() > MOST_EVENTS) {
      throw fields.wrong("events", "these are at most %d.".formatted(MOST_EVENTS));
    }
    Optional<Boolean> enabled = fields.optionalFlag("enabled");
    return new WebhookSpec(url, events, enabled.orElse(true));
  }

  /** Reads the fields of a new one. */
  public static Named readNamed(Fields fields) {
    return new Named(fields.label("name"), read(fields));
  }
}
