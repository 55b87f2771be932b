package org.haas.access;

/** What a member may do in a project: a manager also adds and removes members. */
public enum Role {
  MEMBER,
  MANAGER
}
