package org.haas.node;

import java.util.UUID;

/**
 * Something that goes on while a project holds a machine, such as an open console, and must have
 * ended before the machine is anybody else's. Found by CDI; {@code node} never asks by name.
 */
public interface TenureEnd {
  /**
   * Ends whatever goes on of that tenure, in every instance, and says whether all of it has ended.
   * Called in the transaction that gives the machine back, its row locked, and again each second
   * until it is so; from then on nothing of the tenure may begin. Never waits and does no input or
   * output but the database's: who has to end something is told by a change that is announced.
   */
  boolean ended(long nodeId, UUID tenure);

  /** What is not ended yet, for a sentence: "its console is still open". */
  String reason();
}
