package org.haas.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.Label;

/**
 * A node as this caller may see it.
 *
 * @param project who holds it; only for that project's members and administrators
 * @param mine whether the caller is a member of that project, or an administrator and it is held
 * @param obmEnabled whether HIL's v0 power calls are switched on
 * @param metadata what is recorded of it by label; each value is a JSON text
 * @param nics by name
 */
public record NodeView(
    Label name,
    NodeState state,
    Optional<Label> project,
    boolean mine,
    boolean obmEnabled,
    Map<String, String> metadata,
    List<NicView> nics) {

  /** The same with these NICs. */
  NodeView with(List<NicView> its) {
    return new NodeView(name, state, project, mine, obmEnabled, metadata, List.copyOf(its));
  }
}
