package org.haas.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * An API token, without what it is used with.
 *
 * @param id who it is, for ever: in the audit trail
 * @param projects which it is for, by name, perhaps none any more; empty: all of its owner's
 * @param admin whether it is an administrator
 * @param expires when it ends, or did
 * @param used when it was used last, to the minute; empty: never
 */
public record ApiTokenView(
    Label name,
    UUID id,
    Optional<List<Label>> projects,
    boolean readOnly,
    boolean admin,
    Instant created,
    Instant expires,
    Optional<Instant> used) {
  /** Copies the projects. */
  public ApiTokenView {
    projects = projects.map(List::copyOf);
  }
}
