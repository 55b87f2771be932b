package org.haas.driver.sim;

import java.util.ArrayList;
import java.util.List;
import org.haas.spi.PortChange;
import org.haas.spi.PortStep;

/** The words of the simulated switch's configuration mode. */
final class SimLines {
  private SimLines() {}

  /** The lines of one change; none when it is done. VLANs come first: a port must find them. */
  static List<String> of(PortChange change) {
    List<String> lines = new ArrayList<>();
    if (change.isDone()) {
      return lines;
    }
    change.desired().vlans().forEach(vlan -> lines.add("vlan " + vlan));
    for (PortStep step : change.steps()) {
      lines.add("port %s %s%s".formatted(change.port(), word(step.kind()), argument(step)));
    }
    return lines;
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
