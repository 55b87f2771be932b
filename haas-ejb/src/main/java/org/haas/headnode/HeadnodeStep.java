package org.haas.headnode;

import java.util.Locale;

/** A step of what is done to a headnode, as people see it. Done again, each is dull. */
enum HeadnodeStep {
  /** The hypervisor has the base image. */
  IMAGE,
  /** The disk is made, an overlay of the image. */
  DISK,
  /** What the machine is told about itself is written. */
  SEED,
  /** It is noted which networks the hypervisor is about to carry. */
  NETWORK,
  /** The machine is known to the hypervisor, and was read to be as wanted. */
  DEFINE,
  START,
  /** It was seen running. */
  UP,
  /** Its system is asked to end. */
  ASK,
  /** It is ended at once. */
  STOP,
  /** It was seen not running. */
  DOWN,
  /** Machine, disk and seed are removed. */
  REMOVE,
  /** Nothing of it was found any more. */
  GONE;

  /** The word that people see. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HeadnodeStep of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
