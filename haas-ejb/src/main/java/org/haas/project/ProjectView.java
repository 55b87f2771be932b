package org.haas.project;

import java.util.Optional;
import org.haas.access.Role;
import org.haas.spi.Label;

/**
 * A project as its members see it.
 *
 * @param role what the caller is in it; empty for an administrator who is no member
 */
public record ProjectView(Label name, Optional<Role> role) {}
