package org.haas.driver.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.haas.spi.PortChange;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/** The words of the simulated switch's configuration mode. */
final class SimLines {
  private SimLines() {}

  /**
   * The lines of these changes; none for those that are done. Ports are cut off first, so that no
   * VLAN comes to life on one that was wrongly allowed it; then VLANs come, so that ports find
   * them.
   */
  static List<String> of(List<PortChange> changes) {
    List<String> lines = new ArrayList<>();
    Set<VlanId> vlans = new TreeSet<>();
    for (PortChange change : changes) {
      lines.addAll(steps(change, true));
      vlans.addAll(change.isDone() ? Set.of() : change.desired().vlans());
    }
    vlans.forEach(vlan -> lines.add("vlan " + vlan));
    changes.forEach(change -> lines.addAll(steps(change, false)));
    return lines;
  }

  /** Those that cut off, or the others. */
  private static List<String> steps(PortChange change, boolean cut) {
    return change.steps().stream()
        .filter(step -> cut == (step.kind() == PortStep.Kind.CUT))
        .map(step -> "port %s %s%s".formatted(change.port(), word(step.kind()), argument(step)))
        .toList();
  }

  static PortStep.Kind kind(String word) {
    for (PortStep.Kind kind : PortStep.Kind.values()) {
      if (word(kind).equals(word)) {
        return kind;
      }
    }
    throw new SimRefusal("unknown command");
  }

  private static String word(PortStep.Kind kind) {
    return switch (kind) {
      case CUT -> "shut";
      case UNTAGGED -> "native";
      case TAGGED -> "tagged";
      case ADD -> "add";
      case REMOVE -> "remove";
      case OPEN -> "open";
    };
  }

  private static String argument(PortStep step) {
    boolean bare = step.kind() == PortStep.Kind.CUT || step.kind() == PortStep.Kind.OPEN;
    return bare ? "" : " " + SimPort.list(step.vlans());
  }
}
