package org.haas.driver.ovs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * The command lines. Every {@code set} gives all four columns, so that what was there before does
 * not matter. Setting {@code tag} or {@code trunks} makes the switch forget the MAC addresses that
 * it learned at the port; so no {@code fdb/flush} is needed, for which the account would have to
 * run a second program.
 */
final class OvsLines {
  /** Waits until no frame follows a flow of before the last change; about half a second. */
  static final String SETTLE = "ovs-appctl revalidator/wait";

  private static final int LONGEST_LINE = 16_000;
  private static final String BETWEEN = " -- ";

  private OvsLines() {}

  /** Everything that is to be known, at one moment. */
  static String read(Duration timeout, String bridge) {
    return begin(timeout)
        + " --format=json list-ports "
        + bridge
        + " -- --columns="
        + OvsTable.COLUMNS
        + " list port";
  }

  /**
   * Cuts a port off. Access mode drops frames that come with a tag, so that forged tags end here;
   * the parking id is on no other port, and {@code protected} keeps parked ports apart even so.
   */
  static String park(PortName port, String parkingId) {
    return "set port %s vlan_mode=access tag=%s trunks=[] protected=true"
        .formatted(port, parkingId);
  }

  /** Connects a port: {@code wanted} is not parked. Trunks are never empty in a trunk mode. */
  static String connect(PortName port, PortConfig wanted) {
    if (wanted.tagged().isEmpty()) {
      return "set port %s vlan_mode=access tag=%s trunks=[] protected=false"
          .formatted(port, wanted.untagged().orElseThrow());
    }
    String mode =
        wanted
            .untagged()
            .map(vlan -> "vlan_mode=native-untagged tag=" + vlan)
            .orElse("vlan_mode=trunk tag=[]");
    return "set port %s %s trunks=%s protected=false".formatted(port, mode, list(wanted.tagged()));
  }

  /** Joins commands to as few transactions as fit a line. */
  static List<String> transactions(Duration timeout, List<String> commands) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String command : commands) {
      if (line.length() > 0 && line.length() + command.length() > LONGEST_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? begin(timeout) + " " : BETWEEN).append(command);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** With a time-out of its own, no ovs-vsctl that we gave up can write later. */
  private static String begin(Duration timeout) {
    return "ovs-vsctl --timeout=" + Math.max(1, timeout.toSeconds());
  }

  private static String list(NavigableSet<VlanId> vlans) {
    return vlans.stream().map(VlanId::toString).collect(Collectors.joining(","));
  }
}
