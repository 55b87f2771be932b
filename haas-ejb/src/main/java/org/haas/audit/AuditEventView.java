package org.haas.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One change that was made.
 *
 * @param at when, by the database's clock
 * @param actor who, as he was called then; {@code haas} for what HaaS does by itself
 * @param subject who, for ever: the issuer of his login and his id there
 * @param address where the request came from
 * @param action what, such as {@code node.reserve}
 * @param project the name of the project that it concerns
 * @param target the name of what was changed
 * @param detail the arguments, without secrets
 * @param operation what goes on in hardware for it
 * @param error the hardware's words, when that failed
 */
public record AuditEventView(
    long id,
    Instant at,
    String actor,
    String subject,
    Optional<String> address,
    String action,
    Optional<String> project,
    Optional<String> target,
    String detail,
    AuditOutcome outcome,
    Optional<UUID> operation,
    Optional<String> error) {

  /** Where it stands in the trail. */
  AuditPosition position() {
    return new AuditPosition(at, id);
  }
}
