package org.haas.headnode;

/** What is known of a headnode. */
public enum HeadnodeState {
  /** It is being made. */
  CREATING,
  STOPPED,
  RUNNING,
  /** It was not made, or is gone from its hypervisor: make it again, or delete it. */
  BROKEN,
  /** It is being removed. */
  DELETING
}
