package org.haas.node;

/** Says why a node may not leave its project yet. Found by CDI; {@code node} never asks by name. */
public interface ReleaseGuard {
  /**
   * Looks at the node, whose row is locked.
   *
   * @throws org.haas.error.HaasException BLOCKED with what has to happen first
   */
  void check(Node node);
}
