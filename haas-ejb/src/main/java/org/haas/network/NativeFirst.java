package org.haas.network;

import java.util.List;
import org.haas.error.HaasException;
import org.haas.node.Nic;
import org.haas.spi.Channel;

/**
 * The order on a switch that carries tagged networks only beside a native one (it lacks {@link
 * org.haas.spi.Capability#NATIVELESS_TRUNK}): the native network comes first and goes last.
 */
final class NativeFirst {
  private NativeFirst() {}

  /**
   * Whether a network may come on this channel beside these.
   *
   * @throws HaasException BLOCKED it is tagged, and no native one is there
   */
  static void requireConnectable(Nic nic, Channel channel, List<Attachment> there) {
    if (!channel.equals(Channel.NATIVE) && there.stream().noneMatch(NativeFirst::isNative)) {
      throw HaasException.blocked(
          "This switch carries tagged networks only beside a native one; connect a network on"
              + " vlan/native to NIC %s first.".formatted(nic.label()));
    }
  }

  /**
   * Whether this one of these may go.
   *
   * @throws HaasException BLOCKED it is the native one, and tagged ones are there
   */
  static void requireDetachable(Nic nic, Attachment going, List<Attachment> there) {
    boolean othersTagged = there.stream().anyMatch(other -> other.isWanted() && !isNative(other));
    if (isNative(going) && othersTagged) {
      throw HaasException.blocked(
          "This switch carries tagged networks only beside a native one; detach the tagged networks"
              + " of NIC %s first.".formatted(nic.label()));
    }
  }

  /**
   * Whether a NIC may have what a plan gives it.
   *
   * @throws HaasException BLOCKED tagged networks, and no native one
   */
  static void requireConnectable(NicPlan plan) {
    List<Channel> channels = plan.then().stream().map(NicPlan.Place::channel).toList();
    if (!channels.isEmpty() && !channels.contains(Channel.NATIVE)) {
      throw HaasException.blocked(
          "The switch of NIC %s of node %s carries tagged networks only beside a native one; give it"
                  .formatted(plan.nic().label(), plan.nic().node().label())
              + " one on vlan/native too.");
    }
  }

  private static boolean isNative(Attachment attachment) {
    return attachment.isWanted() && attachment.channel().equals(Channel.NATIVE);
  }
}
