package org.haas.operation;

/**
 * The name of a queue: one for each switch, such as {@code switch:7}, and one for each node's
 * management controller, such as {@code node:12}.
 *
 * @param kind what sort of hardware
 * @param target its row
 */
public record QueueId(String kind, long target) {
  private static final String NODE = "node";

  /** The queue of a switch. */
  public static QueueId ofSwitch(long switchId) {
    return new QueueId("switch", switchId);
  }

  /** The queue of a node's management controller. */
  public static QueueId ofNode(long nodeId) {
    return new QueueId(NODE, nodeId);
  }

  /** Whether it is of a node's management controller: many of these are served side by side. */
  public boolean isOfNode() {
    return kind.equals(NODE);
  }

  /** Reads {@link #toString}'s form. */
  public static QueueId parse(String text) {
    int colon = text.indexOf(':');
    return new QueueId(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return kind + ":" + target;
  }
}
