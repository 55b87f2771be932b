package org.haas.operation;

/** Somebody else may work the queue by now: nothing may be completed under this claim. */
public class ClaimLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClaimLostException(Claim claim) {
    super("the claim %d on queue %s is lost".formatted(claim.fence(), claim.queue()));
  }
}
