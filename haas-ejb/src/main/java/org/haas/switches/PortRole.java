package org.haas.switches;

/** What a port is for. */
public enum PortRole {
  /** A machine's NIC is behind it: HaaS writes it, and parks it when nothing is connected. */
  EDGE,
  /** A trunk that carries the whole VLAN pool: checked, never written. */
  PRESET
}
