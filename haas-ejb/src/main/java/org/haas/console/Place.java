package org.haas.console;

import java.util.UUID;
import org.haas.spi.Label;

/**
 * Whose console, in whose hands.
 *
 * @param id the row of the node or headnode
 * @param tenure of a node it changes at each reserve and release, of a headnode it is its machine:
 *     nothing of a console outlives it
 */
public record Place(Kind kind, long id, Label label, UUID tenure) {

  /** What has a console. */
  public enum Kind {
    /** A machine with a controller. */
    NODE,
    /** A virtual machine on a hypervisor. */
    HEADNODE
  }

  /** What has a console, in whosever hands. */
  record Machine(Kind kind, long id) {}

  /** A node in one tenure. */
  public static Place ofNode(long id, Label label, UUID tenure) {
    return new Place(Kind.NODE, id, label, tenure);
  }

  /** A headnode. */
  public static Place ofHeadnode(long id, Label label, UUID vm) {
    return new Place(Kind.HEADNODE, id, label, vm);
  }

  Machine machine() {
    return new Machine(kind, id);
  }

  boolean isHeadnode() {
    return kind == Kind.HEADNODE;
  }

  /** What to call it in a sentence, such as {@code node web-1}. */
  String described() {
    return sort() + " " + label;
  }

  /** What it is. */
  String sort() {
    return isHeadnode() ? "headnode" : "node";
  }

  /** How it comes to its end. */
  String ended() {
    return isHeadnode() ? "The headnode is deleted" : "The node is released";
  }
}
