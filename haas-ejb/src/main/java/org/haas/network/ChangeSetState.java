package org.haas.network;

/** Where a change-set stands. */
public enum ChangeSetState {
  /** Told, and nothing is done yet. */
  PLANNED,
  /** Taken back before anything was done. */
  CANCELLED,
  /** Being written; not decided. */
  APPLYING,
  /** Decided for: each port was read as it shall be. */
  COMMITTED,
  /** Decided against: what was written goes back. */
  UNDOING,
  /** The same, and a port could not be put back yet; it is tried on and on. */
  STUCK,
  /** Each port was read as it had been. */
  UNDONE;

  /** Whether it was decided against. */
  boolean isUndone() {
    return this == UNDOING || this == STUCK || this == UNDONE;
  }
}
