package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortName;

/** What a switch shows of its ports: of many by one command where it has one for that. */
final class PortTexts {
  private final CommandTable table;
  private final SshShell shell;

  PortTexts(CommandTable table, SshShell shell) {
    this.table = table;
    this.shell = shell;
  }

  /** Of each; one that was not shown once and under its name among many is asked for alone. */
  Map<PortName, PortText> of(Collection<PortName> ports) {
    Map<PortName, PortText> together = new LinkedHashMap<>();
    if (table.has(TableRow.READ_PORTS)) {
      PortBlocks.parts(ports.stream().distinct().toList()).stream()
          .filter(some -> some.size() > 1)
          .forEach(some -> together.putAll(together(some)));
    }
    Map<PortName, PortText> texts = new LinkedHashMap<>();
    for (PortName port : ports) {
      texts.put(port, together.containsKey(port) ? together.get(port) : of(port));
    }
    return texts;
  }

  /** Of one. */
  PortText of(PortName port) {
    return parsed(port, shown(TableRow.READ, "{port}", port.value()));
  }

  private Map<PortName, PortText> together(List<PortName> ports) {
    String shown;
    try {
      shown = shown(TableRow.READ_PORTS, "{ports}", PortBlocks.names(ports));
    } catch (DriverException refused) {
      if (refused.kind() != Kind.REFUSED) {
        throw refused;
      }
      return Map.of(); // the command is not known there, or one of the ports
    }
    List<MatchResult> heads =
        table.pattern(TableRow.IS_PORT).orElseThrow().matcher(shown).results().toList();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : shown.length();
      sections
          .computeIfAbsent(heads.get(i).group(1), fresh -> new ArrayList<>())
          .add(shown.substring(heads.get(i).start(), end));
    }
    return ports.stream()
        .filter(port -> sections.getOrDefault(port.value(), List.of()).size() == 1)
        .collect(
            Collectors.toMap(
                port -> port, port -> parsed(port, sections.get(port.value()).get(0))));
  }

  private String shown(TableRow row, String word, String value) {
    return table.commands(row).stream()
        .map(line -> shell.run(line.with(word, value)))
        .collect(Collectors.joining());
  }

  private PortText parsed(PortName port, String text) {
    try {
      return PortText.parse(table, text);
    } catch (IllegalArgumentException garbage) {
      throw shell.unreachable("shows port " + port + " in a form that is not known", "", garbage);
    }
  }
}
