package org.haas.spi;

/** What there is of a virtual machine on a hypervisor. */
public enum VmPart {
  /** The machine itself, running or not. */
  MACHINE,
  /** Its disk. */
  DISK,
  /** The read-only disk from which it configures itself. */
  SEED
}
