package org.haas.operation;

/**
 * The name of a queue: one for each switch, such as {@code switch:7}.
 *
 * @param kind what sort of hardware
 * @param target its row
 */
public record QueueId(String kind, long target) {

  /** The queue of a switch. */
  public static QueueId ofSwitch(long switchId) {
    return new QueueId("switch", switchId);
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
