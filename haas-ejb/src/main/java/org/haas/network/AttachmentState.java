package org.haas.network;

/** Where a connection stands: on its way, there, or being taken off. */
public enum AttachmentState {
  ATTACHING,
  ATTACHED,
  DETACHING
}
