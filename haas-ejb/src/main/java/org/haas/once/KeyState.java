package org.haas.once;

/** How far the request under a key has come. */
enum KeyState {
  /** Somebody has its turn. What he changes is not there yet. */
  WORKING,
  /** The change is there, its answer is not. */
  DONE,
  /** Its answer can be given again. */
  ANSWERED,
  /** The change is there, and its answer was not kept. */
  LOST
}
