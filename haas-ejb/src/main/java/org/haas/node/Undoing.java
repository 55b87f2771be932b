package org.haas.node;

/**
 * What has to be undone before a machine that its project gave back is free. Found by CDI; {@code
 * node} never asks by name.
 */
public interface Undoing {
  /**
   * Begins, in the transaction that gives the node back and whose row it has locked. Whoever says
   * that there is something calls {@link NodeStore#free} when nothing is left.
   *
   * @return whether there is anything to undo
   */
  boolean begin(Node node);
}
