package org.haas.node;

/**
 * The life of a node: FREE, RESERVED, RELEASING, perhaps MAINTENANCE, FREE. BROKEN keeps it out.
 */
public enum NodeState {
  FREE,
  RESERVED,
  RELEASING,
  MAINTENANCE,
  BROKEN
}
