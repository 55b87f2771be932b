package org.haas.operation;

/** Where a step of an operation stands. */
public enum StepState {
  /** Not begun. */
  PENDING,
  RUNNING,
  /** Done, and not begun again. */
  DONE,
  /** It failed, and is begun again with the operation's next attempt. */
  ERROR
}
