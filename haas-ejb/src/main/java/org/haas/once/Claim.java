package org.haas.once;

import java.util.UUID;
import org.haas.access.Caller;

/**
 * A turn at a key. There is a new one each time that somebody takes the key.
 *
 * @param issuer of the caller
 * @param subject of the caller
 */
record Claim(String issuer, String subject, IdempotencyKey key, UUID id) {
  /** The next turn of that caller at his key. */
  static Claim next(Caller caller, IdempotencyKey key) {
    return new Claim(caller.issuer(), caller.subject(), key, UUID.randomUUID());
  }

  /** Where the key's secrets are sealed for. */
  String place(String column) {
    return "idempotency_key/%s %s %s/%s".formatted(issuer, subject, key, column);
  }
}
