package org.haas.driver.ovs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Gives a port this row, whatever it had. */
  static String set(OvsPort row, String tag) {
    return "set port %s vlan_mode=%s tag=%s trunks=%s protected=%s"
        .formatted(row.name(), row.mode(), tag, list(row), row.isolated());
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

  private static String list(OvsPort row) {
    return row.trunks().isEmpty()
        ? "[]"
        : row.trunks().stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
