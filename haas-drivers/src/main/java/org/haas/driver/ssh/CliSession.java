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
import java.util.stream.Collectors;
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
  private final PortTexts texts;

  CliSession(SwitchEndpoint endpoint, CommandTable table, SshShell shell) {
    this.endpoint = endpoint;
    this.table = table;
    this.shell = shell;
    this.texts = new PortTexts(table, shell);
  }

  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    if (ports.isEmpty()) {
      return Map.of();
    }
    Map<PortName, PortText> texts = this.texts.of(ports);
    Vlans vlans = vlans();
    OwnIds own = ownIds(texts.values().stream().anyMatch(this::mayHaveOwnId), vlans);
    Map<PortName, PortConfig> read = new LinkedHashMap<>();
    texts.forEach((port, text) -> read.put(port, config(text, vlans, own)));
    return read;
  }

  /** Parked is shut and empty, so that it stays empty when somebody opens it. */
  private PortConfig config(PortText text, Vlans vlans, OwnIds own) {
    boolean empty = text.allowed().isEmpty();
    if (!text.known() || text.shut() != empty) {
      return PortConfig.EVERYTHING;
    }
    if (empty) {
      return PortConfig.PARKED;
    }
    PortConfig config = new PortConfig(text.untagged(), text.tagged());
    boolean exact =
        vlans.active().containsAll(text.allowed())
            && (text.untagged().isPresent() || dropsUntagged(text, own));
    return exact ? config : config.inexact();
  }

  private boolean dropsUntagged(PortText text, OwnIds own) {
    return table.has(TableRow.TAGGED_ONLY) && own.dropsUntagged(text.nativeVlan());
  }

  @Override
  public void apply(List<PortChange> changes) {
    List<PortLines> open =
        changes.stream().filter(change -> !change.isDone()).map(this::lines).toList();
    if (open.isEmpty()) {
      return;
    }
    requirePossible(changes);
    OwnIds own = ownIds(open.stream().anyMatch(PortLines::becomesTaggedOnly), null);
    NavigableSet<VlanId> created = new TreeSet<>();
    open.forEach(lines -> created.addAll(lines.created()));
    PortBlocks cuts = new PortBlocks(table);
    open.forEach(lines -> cuts.add(lines.port(), lines.cut()));
    List<CliLine> all = new ArrayList<>(cuts.lines());
    if (table.has(TableRow.ABORT) && !all.isEmpty()) {
      configure(all);
      all.clear();
    }
    all.addAll(table.commands(TableRow.VLAN, created));
    PortBlocks rest = new PortBlocks(table);
    for (PortLines lines : open) {
      rest.add(lines.port(), lines.rest(lines.becomesTaggedOnly() ? own.take() : ""));
    }
    all.addAll(rest.lines());
    configure(all);
  }

  /** Where lists are not written as a whole, what is really there has to be known. */
  private PortLines lines(PortChange change) {
    boolean unknown = !change.read().isExact() && !table.has(TableRow.TAGGED);
    return unknown
        ? new PortLines(table, change, texts.of(change.port()))
        : new PortLines(table, change);
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
    try {
      table.commands(TableRow.CONFIGURE).forEach(shell::run);
      lines.forEach(shell::run);
      end(TableRow.END, idle);
    } catch (DriverException failed) {
      if (failed.kind() == Kind.REFUSED && (isModeless() || !shell.lastPrompt().equals(idle))) {
        end(table.has(TableRow.ABORT) ? TableRow.ABORT : TableRow.END, idle);
      }
      throw failed;
    }
  }

  /** Where configuring is no mode of its own, the prompt does not tell whether one is at it. */
  private boolean isModeless() {
    return table.commands(TableRow.CONFIGURE).stream().allMatch(line -> line.prompt().isEmpty());
  }

  private void end(TableRow how, String idle) {
    table.commands(how).forEach(shell::run);
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
    Matcher match = table.pattern(TableRow.IS_NATIVE).orElseThrow().matcher(ask(TableRow.NATIVES));
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
    String shown = ask(TableRow.VLANS);
    Matcher match = table.pattern(TableRow.IS_VLAN).orElseThrow().matcher(shown);
    while (match.find()) {
      VlanId vlan = VlanId.parse(match.group(1));
      vlans.existing().add(vlan);
      if (match.group(2) != null) {
        vlans.active().add(vlan);
      }
    }
    boolean mayBeNone =
        table.pattern(TableRow.IS_VLANS).filter(head -> head.matcher(shown).find()).isPresent();
    if (vlans.existing().isEmpty() && !mayBeNone) {
      throw shell.unreachable("shows no VLANs at all", "", null);
    }
    return vlans;
  }

  private String ask(TableRow row) {
    return table.commands(row).stream().map(shell::run).collect(Collectors.joining());
  }

  private DriverException refused(String what) {
    return new DriverException(Kind.REFUSED, "%s %s.".formatted(endpoint.described(), what));
  }

  @Override
  public void close() {
    shell.close();
  }
}
