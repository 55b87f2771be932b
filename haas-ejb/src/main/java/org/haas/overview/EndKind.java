package org.haas.overview;

/** What an {@link EndView} is; in the order in which they are listed. */
public enum EndKind {
  /** A port of a switch, with what is behind it. For administrators. */
  PORT,
  /** A NIC of a node: for an administrator only one without a port. */
  NIC,
  /** A NIC of a headnode. */
  HEADNODE
}
