package org.haas.node;

/**
 * What has to be undone before a machine that its project gave back is free. Found by CDI; {@code
 * node} never asks by name.
 */
public interface Undoing {
  /**
   * A condition in SQL over the node {@code n}: there may be something to undo. Asked when the row
   * of the node is locked; only then is it begun. Without parameters, and the same at every call.
   */
  String something();

  /**
   * Begins, in the transaction that gives the node back and whose row it has locked. Whoever says
   * that there is something calls {@link NodeStore#free} when nothing is left, or {@link
   * NodeStore#handOver}.
   *
   * @return whether there is anything to undo
   */
  boolean begin(Node node);
}
