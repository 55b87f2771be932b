package org.haas.spi;

/** What a machine boots from. */
public enum BootDevice {
  /** The first disk. */
  DISK,
  /** The network. */
  PXE,
  /** Whatever its firmware is set to: an override is taken back. */
  NONE
}
