package org.haas.overview;

/** How an end is; of several the one that needs most to be known. */
public enum EndState {
  /** It was read as something else than it shall be. */
  DIFFERS,
  /** It could not be parked or read; a headnode could not be made. */
  FAILED,
  /** A change waits or runs. */
  CHANGING,
  /** Never read yet, or its hardware did not answer last: what is said here may be old. */
  UNCERTAIN,
  /** A port between switches, or to a hypervisor. */
  UPLINK,
  /** It carries networks. */
  CARRYING,
  /** It carries nothing. */
  PARKED,
  /** No port is recorded behind the NIC. */
  UNCABLED
}
