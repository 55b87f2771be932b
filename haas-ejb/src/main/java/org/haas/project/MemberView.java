package org.haas.project;

import org.haas.access.Role;

/** A member of a project. */
public record MemberView(String username, Role role) {}
