package org.haas.cli.hil;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a HIL knows, in HIL's words.
 *
 * @param vlans the ids of its pool
 */
record Hil(
    List<String> projects,
    List<User> users,
    List<Switch> switches,
    List<Network> networks,
    List<Node> nodes,
    List<Headnode> headnodes,
    List<Integer> vlans) {

  /** Somebody who logs in; his password is not read. */
  record User(String name, boolean admin, List<String> projects) {}

  /**
   * A switch.
   *
   * @param type the last part of HIL's URL, such as {@code nexus}
   * @param arguments what it was registered with, by the columns of its type's table
   */
  record Switch(String name, String type, Map<String, String> arguments, List<String> ports) {
    /** Without the password. */
    @Override
    public String toString() {
      return "%s switch %s".formatted(type, name);
    }
  }

  /**
   * A network.
   *
   * @param owner empty: the administrators
   * @param access who may use it; nobody: everybody may
   * @param id its VLAN, as a text
   */
  record Network(String name, Optional<String> owner, List<String> access, String id) {}

  /** A machine. */
  record Node(
      String name,
      Optional<String> project,
      Optional<Obm> obm,
      Map<String, String> metadata,
      List<Nic> nics) {

    /** The switches that it is plugged into. */
    Stream<String> switches() {
      return nics.stream().flatMap(nic -> nic.place().stream()).map(Place::switchName).distinct();
    }

    /** Whether anything is connected. */
    boolean isConnected() {
      return nics.stream().anyMatch(nic -> !nic.networks().isEmpty());
    }
  }

  /** The OBM daemon of a node. */
  record Obm(String uri, String token, boolean enabled) {
    /** Without the token. */
    @Override
    public String toString() {
      return uri;
    }
  }

  /**
   * A NIC.
   *
   * @param busy whether HIL has still to do something there
   */
  record Nic(String name, String mac, Optional<Place> place, List<On> networks, boolean busy) {}

  /** A port of a switch. */
  record Place(String switchName, String port) {
    @Override
    public String toString() {
      return "%s of switch %s".formatted(port, switchName);
    }
  }

  /** A network on a channel. */
  record On(String network, String channel) {
    @Override
    public String toString() {
      return network + "@" + channel;
    }
  }

  /** A virtual machine of a project, and the networks that it is on. */
  record Headnode(String name, String project, String image, String uuid, List<String> networks) {}
}
