package org.haas.network;

import java.util.List;
import java.util.Optional;
import org.haas.node.Nic;
import org.haas.spi.Channel;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.switches.Port;

/**
 * What a change-set does to a NIC.
 *
 * @param now the networks that it shall have until then
 * @param then those that it shall have afterwards
 * @param lines what is sent to its switch for that
 */
record NicPlan(Nic nic, Port port, List<Place> now, List<Place> then, List<String> lines) {
  /** A network on a channel. */
  record Place(Network network, Channel channel) {
    boolean isSame(Place other) {
      return network.id() == other.network().id() && channel.equals(other.channel());
    }

    Connection shown() {
      return new Connection(network.label(), channel);
    }
  }

  NicPlan {
    now = List.copyOf(now);
    then = List.copyOf(then);
    lines = List.copyOf(lines);
  }

  /** What comes. */
  List<Place> coming() {
    return then.stream().filter(place -> now.stream().noneMatch(place::isSame)).toList();
  }

  /** What goes. */
  List<Place> going() {
    return now.stream().filter(place -> then.stream().noneMatch(place::isSame)).toList();
  }

  /** Whether anything changes. */
  boolean isChange() {
    return !coming().isEmpty() || !going().isEmpty();
  }

  /** What is done to the port, as far as is known without asking the switch. */
  PortChange change() {
    return new PortChange(port.name(), config(now), config(then));
  }

  private static PortConfig config(List<Place> places) {
    PortConfig config = PortConfig.PARKED;
    for (Place place : places) {
      config = config.with(place.channel(), place.network().vlan());
    }
    return config;
  }

  /**
   * What is told of it before anything was done.
   *
   * @param withHardware also its port, and what is sent there
   */
  PortPlanView view(boolean withHardware) {
    return new PortPlanView(
        nic.node().label(),
        nic.label(),
        now.stream().map(Place::shown).toList(),
        then.stream().map(Place::shown).toList(),
        ChangeSetPortState.PLANNED,
        Optional.empty(),
        Optional.empty(),
        withHardware ? Optional.of(sent()) : Optional.empty());
  }

  /** What is sent, and where. */
  PortPlanView.Lines sent() {
    return new PortPlanView.Lines(
        port.owner().label().value(),
        port.name().value(),
        change().read().toString(),
        change().desired().toString(),
        lines,
        Optional.empty());
  }
}
