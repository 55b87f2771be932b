package org.haas.headnode;

import static org.haas.headnode.HeadnodeStep.ASK;
import static org.haas.headnode.HeadnodeStep.DEFINE;
import static org.haas.headnode.HeadnodeStep.DISK;
import static org.haas.headnode.HeadnodeStep.DOWN;
import static org.haas.headnode.HeadnodeStep.GONE;
import static org.haas.headnode.HeadnodeStep.IMAGE;
import static org.haas.headnode.HeadnodeStep.NETWORK;
import static org.haas.headnode.HeadnodeStep.REMOVE;
import static org.haas.headnode.HeadnodeStep.SEED;
import static org.haas.headnode.HeadnodeStep.UP;

import java.util.Arrays;
import java.util.List;

/** What is done on a hypervisor. */
enum HeadnodeAction {
  CREATE("create_headnode"),
  /** Made anew as it shall be, then started; a machine that runs goes on. */
  START("start_headnode"),
  SHUTDOWN("shutdown_headnode"),
  STOP("stop_headnode"),
  DELETE("delete_headnode"),
  /** One NIC to its network, or off it. */
  PLUG("plug_hnic"),
  /** One NIC out of the machine. */
  UNPLUG("remove_hnic"),
  /** What the hypervisor has, and what of it nobody knows. */
  CHECK("check_hypervisor");

  private final String operation;

  HeadnodeAction(String operation) {
    this.operation = operation;
  }

  /** The operation's name. */
  String operation() {
    return operation;
  }

  /** The names of its steps; none when it is one step. */
  List<String> steps() {
    List<HeadnodeStep> steps =
        switch (this) {
          case CREATE -> List.of(IMAGE, DISK, SEED, NETWORK, DEFINE);
          case START -> List.of(SEED, NETWORK, DEFINE, HeadnodeStep.START, UP);
          case SHUTDOWN -> List.of(ASK, DOWN);
          case STOP -> List.of(HeadnodeStep.STOP, DOWN);
          case DELETE -> List.of(REMOVE, GONE);
          case PLUG, UNPLUG, CHECK -> List.of();
        };
    return steps.stream().map(HeadnodeStep::word).toList();
  }

  static HeadnodeAction ofOperation(String name) {
    return Arrays.stream(values())
        .filter(action -> action.operation.equals(name))
        .findFirst()
        .orElseThrow();
  }
}
