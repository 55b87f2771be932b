package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.haas.spi.PortName;

/**
 * Lines for many ports, each in the mode of its port. Ports that take the same lines take them
 * together where the system has a mode of several ports: then it is asked once for all of them.
 */
final class PortBlocks {
  private static final int MOST_AT_ONCE = 16;

  /** Of their names, which have to fit into a line of 511 with a command before them. */
  private static final int MOST_CHARACTERS = 400;

  private final CommandTable table;
  private final Map<List<CliLine>, List<PortName>> alike = new LinkedHashMap<>();

  PortBlocks(CommandTable table) {
    this.table = table;
  }

  /** These lines are for that port; none is nothing to do. */
  PortBlocks add(PortName port, List<CliLine> lines) {
    if (!lines.isEmpty()) {
      alike.computeIfAbsent(List.copyOf(lines), fresh -> new ArrayList<>()).add(port);
    }
    return this;
  }

  /** All of them, into each mode and out of it again. */
  List<CliLine> lines() {
    boolean together = table.has(TableRow.PORTS);
    List<CliLine> all = new ArrayList<>();
    alike.forEach(
        (lines, ports) ->
            (together ? parts(ports) : ports.stream().map(List::of).toList())
                .forEach(some -> all.addAll(block(some, lines))));
    return all;
  }

  /** As many at once as fit into a line. */
  static List<List<PortName>> parts(List<PortName> ports) {
    List<List<PortName>> parts = new ArrayList<>();
    List<PortName> part = new ArrayList<>();
    for (PortName port : ports) {
      boolean full = part.size() == MOST_AT_ONCE;
      if (full || names(part).length() + port.value().length() > MOST_CHARACTERS) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.add(port);
    }
    parts.add(part);
    return parts.stream().filter(each -> !each.isEmpty()).toList();
  }

  /** How a line names several. */
  static String names(List<PortName> ports) {
    return ports.stream().map(PortName::value).collect(Collectors.joining(", "));
  }

  private List<CliLine> block(List<PortName> ports, List<CliLine> lines) {
    boolean one = ports.size() == 1;
    String names = names(ports);
    List<CliLine> block = new ArrayList<>(table.commands(one ? TableRow.PORT : TableRow.PORTS));
    block.addAll(lines);
    block.addAll(table.commands(TableRow.LEAVE));
    return block.stream().map(line -> line.with("{port}", names).with("{ports}", names)).toList();
  }
}
