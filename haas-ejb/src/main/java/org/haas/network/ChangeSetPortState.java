package org.haas.network;

/** How far a port of a change-set has come. */
public enum ChangeSetPortState {
  /** Nothing is asked of it. */
  PLANNED,
  /** Its turn has not come. */
  WAITING,
  /** Read as it shall be, and waiting for the others. */
  WRITTEN,
  /** It is for good. */
  DONE,
  /** Nobody knows how it is: its switch did not answer, or refused. It is put back first of all. */
  UNCERTAIN,
  /** Read as it was before. */
  RESTORED
}
