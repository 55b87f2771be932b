package org.haas.once;

/** What becomes of a request under a key that is known. */
enum Verdict {
  /** It is done now: nobody works on it, and nothing came of it, or its key is too old to count. */
  TAKE,
  /** The answer is given again. */
  REPLAY,
  /** Refused: the key was for another request. */
  REUSED,
  /** Refused: somebody works on it. */
  BUSY,
  /** Refused: it was done, and nobody knows the answer. */
  LOST
}
