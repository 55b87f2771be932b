package org.haas.once;

import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a key.
 *
 * @param claim whose turn it was when this was read
 * @param request what was asked under it
 * @param quiet the turn is so old that its request is not waited for any more
 * @param expired the key is so old that it counts for nothing
 * @param answer there if, and only if, it is ANSWERED
 */
record Standing(
    UUID claim,
    KeyState state,
    Fingerprint request,
    boolean quiet,
    boolean expired,
    Optional<StoredAnswer> answer) {

  /** What becomes of that request. */
  Verdict verdict(Fingerprint asked) {
    if (expired) {
      return Verdict.TAKE;
    }
    if (!request.equals(asked)) {
      return Verdict.REUSED;
    }
    return switch (state) {
      case ANSWERED -> Verdict.REPLAY;
      case LOST -> Verdict.LOST;
      case DONE -> quiet ? Verdict.LOST : Verdict.BUSY;
      case WORKING -> quiet ? Verdict.TAKE : Verdict.BUSY;
    };
  }
}
