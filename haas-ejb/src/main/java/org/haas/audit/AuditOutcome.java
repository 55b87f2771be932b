package org.haas.audit;

/**
 * How a change ended. It was made, or it would not be in the trail; one that goes on in hardware
 * ends as its operation does.
 */
public enum AuditOutcome {
  /** Made, in hardware too where it is about hardware. */
  DONE,
  /** Wanted; the hardware waits for it. */
  PENDING,
  /** Wanted; the hardware is being changed. */
  RUNNING,
  /** Wanted; the hardware could not be changed. */
  ERROR,
  /** Taken back before the hardware was touched. */
  CANCELLED,
  /** Its operation is no longer known. */
  UNKNOWN
}
