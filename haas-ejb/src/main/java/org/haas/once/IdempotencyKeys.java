package org.haas.once;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/** Keys under which callers ask. A key is its caller's own: nobody else's is ever looked at. */
@Stateless
public class IdempotencyKeys {
  @Inject private Access access;
  @Inject private CurrentClaim current;
  @Inject private IdempotencyStore store;

  /**
   * Takes the turn at a key for this request, or says what came of the first one under it. Keys
   * count for 24 hours.
   *
   * @return empty: this request has the turn, does its work and ends with {@link #end}. Else the
   *     answer to be given again, and nothing is to be done
   * @throws HaasException NOT_AUTHENTICATED; KEY_REUSED the key was for another request; KEY_IN_USE
   *     the first is worked on; ANSWER_LOST it was done, but its answer was not kept
   */
  public Optional<StoredAnswer> begin(IdempotencyKey key, Fingerprint request) {
    Claim claim = Claim.next(access.caller(), key);
    if (store.begin(claim, request)) {
      current.is(claim);
      return Optional.empty();
    }
    Standing known = store.find(claim).orElseThrow(() -> busy(key)); // freed just now
    return switch (known.verdict(request)) {
      case REPLAY -> known.answer();
      case TAKE -> taken(claim, known, request);
      case BUSY -> throw busy(key);
      case REUSED ->
          throw new HaasException(
              ErrorCode.KEY_REUSED,
              "The key %s was for another request; take a new key for this one.".formatted(key));
      case LOST ->
          throw new HaasException(
              ErrorCode.ANSWER_LOST,
              "The request under the key %s was done, but its answer was not kept; look at what is"
                      .formatted(key)
                  + " there now.");
    };
  }

  private Optional<StoredAnswer> taken(Claim claim, Standing known, Fingerprint request) {
    if (!store.take(claim, known, request)) {
      throw busy(claim.key());
    }
    current.is(claim);
    return Optional.empty();
  }

  private static HaasException busy(IdempotencyKey key) {
    return new HaasException(
        ErrorCode.KEY_IN_USE,
        "The request under the key %s is still worked on; ask again in a second.".formatted(key));
  }

  /**
   * Ends the turn of this request. The answer is kept to be given again, unless it is a failure of
   * ours, or too long: then the key is free, if nothing was changed.
   */
  public void end(StoredAnswer answer) {
    access.requireLogin();
    current.get().ifPresent(claim -> end(claim, answer));
  }

  private void end(Claim claim, StoredAnswer answer) {
    if (answer.isKept()) {
      store.keep(claim, answer);
    } else {
      store.drop(claim);
    }
  }
}
