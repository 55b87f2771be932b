package org.haas.once;

import java.util.Optional;

/**
 * The turn that this request has at a key; request-scoped ({@link Claims}). Empty for requests
 * without a key, which is nearly all.
 */
public class CurrentClaim {
  private Claim claim;

  /** From now on what this request changes is done in that turn. */
  void is(Claim taken) {
    claim = taken;
  }

  /** The turn, if there is one. */
  Optional<Claim> get() {
    return Optional.ofNullable(claim);
  }
}
