package org.haas.overview;

import java.util.Optional;
import org.haas.access.Role;
import org.haas.spi.Label;

/**
 * A project and what it has.
 *
 * @param role what the caller is in it; empty for an administrator who is no member
 * @param members how many people
 * @param nodes how many machines it holds
 * @param networks how many networks it owns
 * @param headnodes how many there are of it
 */
public record HoldingView(
    Label project, Optional<Role> role, long members, long nodes, long networks, long headnodes) {}
