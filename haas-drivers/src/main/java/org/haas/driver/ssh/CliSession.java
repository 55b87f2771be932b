package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/** One login on a switch with a command line. */
final class CliSession implements SwitchSession {
  private final SwitchEndpoint endpoint;
  private final CommandTable table;
  private final SshShell shell;

  CliSession(SwitchEndpoint endpoint, CommandTable table, SshShell shell) {
    this.endpoint = endpoint;
    this.table = table;
    this.shell = shell;
  }

  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    if (ports.isEmpty()) {
      return Map.of();
    }
    Map<PortName, PortText> texts = new LinkedHashMap<>();
    for (PortName port : ports) {
      texts.put(port, text(port));
    }
    Vlans vlans = vlans();
    OwnIds own = ownIds(texts.values().stream().anyMatch(this::mayHaveOwnId), vlans);
    Map<PortName, PortConfig> read = new LinkedHashMap<>();
    texts.forEach((port, text) -> read.put(port, config(text, vlans, own)));
    return read;
  }

  private PortText text(PortName port) {
    String text = ask(table.commands(TableRow.READ), port);
    try {
      return PortText.parse(table, text);
    } catch (IllegalArgumentException garbage) {
      throw shell.unreachable("shows port " + port + " in a form that is not known", "", garbage);
    }
  }

  /** Parked is shut and empty, so that it stays empty when somebody opens it. */
  private static PortConfig config(PortText text, Vlans vlans, OwnIds own) {
    boolean empty = text.allowed().isEmpty();
    if (!text.known() || text.shut() != empty) {
      return PortConfig.EVERYTHING;
    }
    if (empty) {
      return PortConfig.PARKED;
    }
    NavigableSet<VlanId> tagged = new TreeSet<>(text.allowed());
    text.untagged().ifPresent(tagged::remove);
    PortConfig config = new PortConfig(text.untagged(), tagged);
    boolean exact =
        vlans.active().containsAll(text.allowed())
            && (text.untagged().isPresent() || own.dropsUntagged(text.nativeVlan()));
    return exact ? config : config.inexact();
  }

  @Override
  public void apply(List<PortChange> changes) {
    List<PortLines> open =
        changes.stream()
            .filter(change -> !change.isDone())
            .map(change -> new PortLines(table, change))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    requirePossible(changes);
    OwnIds own = ownIds(open.stream().anyMatch(PortLines::becomesTaggedOnly), null);
    NavigableSet<VlanId> created = new TreeSet<>();
    open.forEach(lines -> created.addAll(lines.created()));
    List<CliLine> all = new ArrayList<>();
    open.forEach(lines -> all.addAll(lines.cut()));
    all.addAll(table.commands(TableRow.VLAN, created));
    for (PortLines lines : open) {
      all.addAll(lines.rest(lines.becomesTaggedOnly() ? own.take() : ""));
    }
    configure(all);
  }

  private void requirePossible(List<PortChange> changes) {
    for (PortChange change : changes) {
      PortConfig desired = change.desired();
      if (PortLines.isTaggedOnly(desired) && !table.has(TableRow.TAGGED_ONLY)) {
        throw refused(
            "carries tagged networks only beside a native one, at port %s too"
                .formatted(change.port()));
      }
      if (desired.vlans().stream().anyMatch(table.ownIds()::contains)) {
        throw refused("keeps the VLANs of %s for itself".formatted(desired));
      }
    }
  }

  /** A refusal in the middle leaves the mode; an answer that does not come leaves nothing. */
  private void configure(List<CliLine> lines) {
    String idle = shell.lastPrompt();
    table.commands(TableRow.CONFIGURE).forEach(shell::run);
    try {
      lines.forEach(shell::run);
    } catch (DriverException failed) {
      if (failed.kind() == Kind.REFUSED) {
        end(idle);
      }
      throw failed;
    }
    end(idle);
  }

  private void end(String idle) {
    table.commands(TableRow.END).forEach(shell::run);
    if (!shell.lastPrompt().equals(idle)) {
      throw shell.unreachable("does not leave its configuration mode", shell.lastPrompt(), null);
    }
  }

  @Override
  public void save() {
    StringBuilder said = new StringBuilder();
    table.commands(TableRow.SAVE).forEach(line -> said.append(shell.run(line)));
    if (!table.pattern(TableRow.SAVED).orElseThrow().matcher(said).find()) {
      throw refused(
          "did not confirm that it saved its configuration: " + DriverException.words("" + said));
    }
  }

  @Override
  public void retire(Set<VlanId> vlans) {
    NavigableSet<VlanId> there = new TreeSet<>(vlans);
    there.retainAll(vlans().existing());
    if (!there.isEmpty()) {
      configure(table.commands(TableRow.NO_VLAN, there));
    }
  }

  private boolean mayHaveOwnId(PortText text) {
    return text.known() && !text.shut() && text.untagged().isEmpty();
  }

  /** The ids of ports without a native VLAN; nothing is asked when none is needed. */
  private OwnIds ownIds(boolean needed, Vlans vlans) {
    if (!needed || !table.has(TableRow.NATIVES)) {
      return new OwnIds(endpoint, table.ownIds(), List.of(), Set.of());
    }
    List<VlanId> natives = new ArrayList<>();
    Matcher match =
        table
            .pattern(TableRow.IS_NATIVE)
            .orElseThrow()
            .matcher(ask(table.commands(TableRow.NATIVES), null));
    while (match.find()) {
      natives.add(VlanId.parse(match.group(1)));
    }
    NavigableSet<VlanId> existing = vlans == null ? vlans().existing() : vlans.existing();
    return new OwnIds(endpoint, table.ownIds(), natives, existing);
  }

  /** The VLANs of the switch, and those of them that carry frames. */
  private record Vlans(NavigableSet<VlanId> existing, NavigableSet<VlanId> active) {}

  private Vlans vlans() {
    Vlans vlans = new Vlans(new TreeSet<>(), new TreeSet<>());
    String shown = ask(table.commands(TableRow.VLANS), null);
    Matcher match = table.pattern(TableRow.IS_VLAN).orElseThrow().matcher(shown);
    while (match.find()) {
      VlanId vlan = VlanId.parse(match.group(1));
      vlans.existing().add(vlan);
      if (match.group(2) != null) {
        vlans.active().add(vlan);
      }
    }
    if (vlans.existing().isEmpty()) {
      throw shell.unreachable("shows no VLANs at all", "", null);
    }
    return vlans;
  }

  private String ask(List<CliLine> lines, PortName port) {
    StringBuilder said = new StringBuilder();
    for (CliLine line : lines) {
      said.append(shell.run(port == null ? line : line.with("{port}", port)));
    }
    return said.toString();
  }

  private DriverException refused(String what) {
    return new DriverException(Kind.REFUSED, "%s %s.".formatted(endpoint.described(), what));
  }

  @Override
  public void close() {
    shell.close();
  }
}
