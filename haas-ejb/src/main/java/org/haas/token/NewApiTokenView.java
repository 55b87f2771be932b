package org.haas.token;

import java.time.Instant;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A token that was just made.
 *
 * @param id who it is, for ever: in the audit trail
 * @param expires when it ends
 * @param token what it is used with; nobody can be told again
 */
public record NewApiTokenView(Label name, UUID id, Instant expires, String token) {
  @Override
  public String toString() {
    return "API token %s %s".formatted(name, id);
  }
}
