package org.haas.node;

/**
 * Something that goes on while a project holds a machine, such as an open console, and must have
 * ended before the machine is anybody else's. Found by CDI; {@code node} never asks by name. Who
 * has to end it is told by the change that is announced with the release.
 */
public interface TenureEnd {
  /**
   * A condition in SQL over the node {@code n}: something of its tenure has not ended, in whichever
   * instance. Asked in the transaction that gives the machine back, its row locked, and again each
   * second until it is not so; from then on nothing of the tenure may begin. Without parameters,
   * and the same at every call.
   */
  String goesOn();

  /** What is not ended yet, for a sentence: "its console is still open". */
  String reason();
}
