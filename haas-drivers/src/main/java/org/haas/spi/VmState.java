package org.haas.spi;

/** What a virtual machine is doing. */
public enum VmState {
  /** Its processors run, or it is shutting down. */
  RUNNING,
  /** Somebody has paused it, or its host has, as when a disk is full. */
  PAUSED,
  /** Known to the hypervisor and not running. */
  STOPPED,
  /** The hypervisor knows no such machine. */
  ABSENT
}
