package org.haas.operation;

/**
 * The name of a queue: one for each switch, such as {@code switch:7}, one for each node's
 * management controller, such as {@code node:12}, one for each hypervisor, such as {@code
 * hypervisor:2}, and one for what the maintenance service is told.
 *
 * @param kind what sort of hardware
 * @param target its row
 */
public record QueueId(String kind, long target) {
  /** The kind of hypervisors' queues. */
  public static final String HYPERVISOR = "hypervisor";

  /** The queue of what the maintenance service is told. */
  public static final QueueId MAINTENANCE = new QueueId("maintenance", 1);

  private static final String NODE = "node";

  /** The queue of a switch. */
  public static QueueId ofSwitch(long switchId) {
    return new QueueId("switch", switchId);
  }

  /** The queue of a node's management controller. */
  public static QueueId ofNode(long nodeId) {
    return new QueueId(NODE, nodeId);
  }

  /** The queue of a hypervisor. */
  public static QueueId ofHypervisor(long hypervisorId) {
    return new QueueId(HYPERVISOR, hypervisorId);
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
