package org.haas.hook;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.haas.spi.Secret;

/** One call of a webhook, as Standard Webhooks has it. */
final class SignedPost {
  private static final int GONE = 410;

  private final Outbound outbound;
  private final Clock clock;

  SignedPost(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  /** What is told of one event: the same each time but for its signature's time. */
  record Message(HookUrl url, Secret secret, String id, String body) {}

  /**
   * What came of it.
   *
   * @param status of HTTP; 0: it could not be told
   * @param words a sentence for people
   */
  record Answer(int status, String words) {
    boolean taken() {
      return status >= 200 && status < 300;
    }

    /** It wants to hear no more. */
    boolean gone() {
      return status == GONE;
    }
  }

  /** Tells it. Throws nothing for failures of the other end. */
  Answer tell(Message message) {
    long seconds = clock.instant().getEpochSecond();
    Map<String, String> headers =
        Map.of(
            "webhook-id", message.id(),
            "webhook-timestamp", Long.toString(seconds),
            "webhook-signature",
                Signature.of(message.secret(), message.id(), seconds, message.body()));
    try {
      int status = outbound.post(message.url(), headers, message.body());
      return new Answer(status, "It answered %d.".formatted(status));
    } catch (IOException failed) {
      return new Answer(0, "It could not be told: %s.".formatted(Outbound.words(failed)));
    }
  }
}
