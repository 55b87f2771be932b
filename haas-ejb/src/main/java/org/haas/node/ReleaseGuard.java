package org.haas.node;

/**
 * Keeps a node in its project. Found by CDI; {@code node} never asks by name. All guards are asked
 * by one statement, which begins when the row of the node is locked.
 */
public interface ReleaseGuard {
  /**
   * An expression in SQL over the node {@code n}: a text for the end of a sentence that begins with
   * the node, about what has to happen first; null when nothing has. Without parameters, and the
   * same at every call.
   */
  String obstacle();
}
