package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/**
 * The lines for a change of one port in the mode of that port, in two parts: what cuts it off comes
 * before VLANs are created, so that a VLAN which the port should not have been allowed does not
 * come to life on it; the rest comes afterwards, so that the port finds its VLANs.
 */
final class PortLines {
  private final CommandTable table;
  private final PortChange change;
  private final NavigableSet<VlanId> tagged;
  private final NavigableSet<VlanId> untagged;

  /** For a port that has what was read, no more. */
  PortLines(CommandTable table, PortChange change) {
    this(table, change, listed(change.read()).tagged(), change.read().untagged());
  }

  /** For one whose lists are these, whatever could be said of it. */
  PortLines(CommandTable table, PortChange change, PortText now) {
    this(table, change, now.tagged(), now.untagged());
  }

  private static PortConfig listed(PortConfig read) {
    return read.equals(PortConfig.EVERYTHING) ? PortConfig.PARKED : read;
  }

  private PortLines(
      CommandTable table,
      PortChange change,
      NavigableSet<VlanId> tagged,
      Optional<VlanId> untagged) {
    this.table = table;
    this.change = writesLists(table) ? change : withCut(change);
    this.tagged = tagged;
    this.untagged = new TreeSet<>(untagged.stream().toList());
  }

  private static boolean writesLists(CommandTable table) {
    return table.has(TableRow.TAGGED);
  }

  /** Between two native VLANs, such a system has the default one. */
  private static PortChange withCut(PortChange change) {
    return change.read().untagged().equals(change.desired().untagged())
        ? change
        : new PortChange(change.port(), change.read().inexact(), change.desired());
  }

  /** Whose lines these are. */
  PortName port() {
    return change.port();
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
    if (change.steps().stream().noneMatch(step -> step.kind() == PortStep.Kind.CUT)) {
      return List.of();
    }
    List<CliLine> lines = new ArrayList<>(table.commands(TableRow.SHUT));
    if (!writesLists(table)) {
      lines.addAll(table.commands(TableRow.REMOVE, tagged));
      lines.addAll(untagged.isEmpty() ? List.of() : table.commands(TableRow.OLD_NATIVE, untagged));
    }
    return lines;
  }

  /**
   * All that follows.
   *
   * @param own the id for {@link TableRow#TAGGED_ONLY}, or a word for it
   */
  List<CliLine> rest(String own) {
    List<CliLine> lines = new ArrayList<>();
    change.steps().forEach(step -> lines.addAll(lines(step, own)));
    return lines;
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
    if (!writesLists(table)) {
      return table.commands(TableRow.ADD, vlans);
    }
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
}
