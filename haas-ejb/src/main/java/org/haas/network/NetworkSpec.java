package org.haas.network;

import java.util.Optional;
import java.util.Set;
import org.haas.audit.InProject;
import org.haas.audit.Named;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * A network to make.
 *
 * @param owner the project that it belongs to; empty: the administrators
 * @param visibility PUBLIC only for an administrators' network
 * @param grants projects that may use it besides the owner
 * @param vlan said by an administrator; empty: one of the pool
 */
public record NetworkSpec(
    Label name,
    Optional<Label> owner,
    Visibility visibility,
    Set<Label> grants,
    Optional<VlanId> vlan)
    implements Named, InProject {
  /** Copies the grants. */
  public NetworkSpec {
    grants = Set.copyOf(grants);
  }

  @Override
  public Optional<Label> inProject() {
    return owner;
  }
}
