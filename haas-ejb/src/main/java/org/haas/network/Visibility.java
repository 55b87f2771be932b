package org.haas.network;

/** Who may connect to a network: everybody, or the projects that were granted it. */
public enum Visibility {
  PUBLIC,
  SHARED
}
