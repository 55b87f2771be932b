package org.haas.cli.login;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haas.cli.json.JsonText;

/**
 * A token, until when it is good, and what gets the next one.
 *
 * @param refresh empty: nothing does
 */
public record Grant(String access, Optional<String> refresh, Instant until) {
  private static final Duration TOO_SHORT = Duration.ofSeconds(20);
  private static final int UNLESS_SAID = 60;

  /** Reads an answer of the login. */
  static Optional<Grant> of(JsonObject answer, Instant now) {
    int seconds = answer.getInt("expires_in", UNLESS_SAID);
    return JsonText.text(answer, "access_token")
        .map(
            access ->
                new Grant(
                    access, JsonText.text(answer, "refresh_token"), now.plusSeconds(seconds)));
  }

  /** Whether it is about to end. */
  boolean isOld(Instant now) {
    return now.isAfter(until.minus(TOO_SHORT));
  }
}
