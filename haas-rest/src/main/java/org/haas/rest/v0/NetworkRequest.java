package org.haas.rest.v0;

import java.util.Optional;
import java.util.Set;
import org.haas.error.HaasException;
import org.haas.network.NetworkSpec;
import org.haas.network.Visibility;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * A network to make, in HIL's words.
 *
 * @param owner a project, or {@code admin}
 * @param access the project that may use it; empty: everybody
 * @param netId its VLAN; empty: one of the pool
 */
record NetworkRequest(String owner, String access, String netId) {
  static final String ADMIN = "admin";

  /** The project that shall own it; empty: the administrators. */
  Optional<Label> project() {
    return owner.equals(ADMIN) ? Optional.empty() : Optional.of(Names.known("project", owner));
  }

  /**
   * The same in ours.
   *
   * @throws HaasException BAD_ARGUMENT what HIL grants to administrators only
   */
  NetworkSpec spec(Label name) {
    if (project().isEmpty()) {
      return administrators(name);
    }
    if (!access.equals(owner)) {
      throw HaasException.badArgument(
          "access", "a network of a project is made for that project alone; share it afterwards.");
    }
    if (!netId.isEmpty()) {
      throw HaasException.badArgument(
          "net_id", "a network of a project takes an id of the pool; leave this empty.");
    }
    return new NetworkSpec(name, project(), Visibility.SHARED, Set.of(), Optional.empty());
  }

  private NetworkSpec administrators(Label name) {
    Optional<VlanId> vlan =
        netId.isEmpty()
            ? Optional.empty()
            : Optional.of(Names.value("net_id", netId, VlanId::parse));
    return access.isEmpty()
        ? new NetworkSpec(name, Optional.empty(), Visibility.PUBLIC, Set.of(), vlan)
        : new NetworkSpec(
            name,
            Optional.empty(),
            Visibility.SHARED,
            Set.of(Names.known("project", access)),
            vlan);
  }
}
