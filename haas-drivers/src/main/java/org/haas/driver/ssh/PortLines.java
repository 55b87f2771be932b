package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/**
 * The lines for a change of one port, in two parts: what cuts it off comes before VLANs are
 * created, so that a VLAN which the port should not have been allowed does not come to life on it;
 * the rest comes afterwards, so that the port finds its VLANs.
 */
final class PortLines {
  private final CommandTable table;
  private final PortChange change;

  PortLines(CommandTable table, PortChange change) {
    this.table = table;
    this.change = change;
  }

  /** Whether the port will have tagged VLANs and drop untagged frames, and does not yet. */
  boolean becomesTaggedOnly() {
    return isTaggedOnly(change.desired())
        && change.steps().stream().anyMatch(step -> step.kind() == PortStep.Kind.UNTAGGED);
  }

  static boolean isTaggedOnly(PortConfig config) {
    return config.untagged().isEmpty() && !config.tagged().isEmpty();
  }

  /** The VLANs that have to exist; those that the port was read to carry do. */
  NavigableSet<VlanId> created() {
    NavigableSet<VlanId> vlans = change.desired().vlans();
    if (change.read().isExact()) {
      vlans.removeAll(change.read().vlans());
    }
    return vlans;
  }

  /** Cuts the port off, if that is needed. */
  List<CliLine> cut() {
    return change.steps().stream().anyMatch(step -> step.kind() == PortStep.Kind.CUT)
        ? inPort(table.commands(TableRow.SHUT))
        : List.of();
  }

  /**
   * All that follows.
   *
   * @param own the id for {@link TableRow#TAGGED_ONLY}, or a word for it
   */
  List<CliLine> rest(String own) {
    List<CliLine> lines = new ArrayList<>();
    change.steps().forEach(step -> lines.addAll(lines(step, own)));
    return lines.isEmpty() ? lines : inPort(lines);
  }

  private List<CliLine> lines(PortStep step, String own) {
    return switch (step.kind()) {
      case CUT -> table.commands(TableRow.FORM);
      case OPEN -> table.commands(TableRow.OPEN);
      case ADD -> table.commands(TableRow.ADD, step.vlans());
      case REMOVE -> table.commands(TableRow.REMOVE, step.vlans());
      case TAGGED -> exactly(step.vlans());
      case UNTAGGED -> untagged(step.vlans(), own);
    };
  }

  /** An exact list, even when it takes several lines: the first replaces, the others add. */
  private List<CliLine> exactly(NavigableSet<VlanId> vlans) {
    List<NavigableSet<VlanId>> parts = VlanRanges.parts(vlans);
    if (parts.isEmpty()) {
      return table.commands(TableRow.NONE);
    }
    List<CliLine> lines = new ArrayList<>(table.commands(TableRow.TAGGED, parts.get(0)));
    parts.stream().skip(1).forEach(part -> lines.addAll(table.commands(TableRow.ADD, part)));
    return lines;
  }

  private List<CliLine> untagged(NavigableSet<VlanId> vlan, String own) {
    List<CliLine> lines = new ArrayList<>();
    Optional<VlanId> old = change.read().untagged();
    if (old.isPresent() && !change.needsCut()) {
      lines.addAll(table.commands(TableRow.OLD_NATIVE, new TreeSet<>(List.of(old.get()))));
    }
    if (!vlan.isEmpty()) {
      lines.addAll(table.commands(TableRow.NATIVE, vlan));
    } else if (isTaggedOnly(change.desired())) {
      table.commands(TableRow.TAGGED_ONLY).forEach(line -> lines.add(line.with("{own}", own)));
    } else {
      lines.addAll(table.commands(TableRow.NO_NATIVE));
    }
    return lines;
  }

  private List<CliLine> inPort(List<CliLine> lines) {
    List<CliLine> all = new ArrayList<>(table.commands(TableRow.PORT));
    all.addAll(lines);
    all.addAll(table.commands(TableRow.LEAVE));
    return all.stream().map(line -> line.with("{port}", change.port())).toList();
  }
}
