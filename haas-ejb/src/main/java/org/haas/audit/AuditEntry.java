package org.haas.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * An event to write.
 *
 * @param action such as {@code node.reserve}
 * @param project the project's name, or empty
 * @param target the name of what was changed, or empty
 * @param detail anything else, for people
 * @param operation what it began, if it goes on in hardware
 */
record AuditEntry(
    String action, String project, String target, String detail, Optional<UUID> operation) {}
