package org.haas.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A node as this caller may see it.
 *
 * @param project who holds it; only for that project's members and administrators
 * @param mine whether the caller is a member of that project, or an administrator and it is held
 * @param power what its controller said last; only for those who may use it, of a node that has one
 * @param releasing for a RELEASING node that those may see: why it is not free yet
 * @param release the operation that undoes what its project did, while it is RELEASING
 * @param obmEnabled whether HIL's v0 power calls are switched on
 * @param metadata what is recorded of it by label; each value is a JSON text
 * @param nics by name
 */
public record NodeView(
    Label name,
    NodeState state,
    Optional<Label> project,
    boolean mine,
    Optional<PowerView> power,
    Optional<String> releasing,
    Optional<UUID> release,
    boolean obmEnabled,
    Map<String, String> metadata,
    List<NicView> nics) {

  /** The same with these NICs. */
  NodeView with(List<NicView> its) {
    return new NodeView(
        name,
        state,
        project,
        mine,
        power,
        releasing,
        release,
        obmEnabled,
        metadata,
        List.copyOf(its));
  }
}
