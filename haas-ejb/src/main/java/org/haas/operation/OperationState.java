package org.haas.operation;

/** Where an operation stands. */
public enum OperationState {
  PENDING,
  RUNNING,
  DONE,
  ERROR,
  CANCELLED;

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return this == PENDING || this == RUNNING;
  }
}
