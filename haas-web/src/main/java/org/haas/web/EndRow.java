package org.haas.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.overview.EndKind;
import org.haas.overview.EndState;
import org.haas.overview.EndView;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/**
 * An end as the topology shows it.
 *
 * @param marks of its networks, as many as the picture has room for
 * @param more how many it has no room for
 */
public record EndRow(EndView end, List<Mark> marks, int more) {
  private static final int ROOM = 3;
  private static final int STEP = 17;
  private static final int FIRST = 3;

  /** A network in the picture: its letters, its colour from 1, and where it stands. */
  public record Mark(String code, int colour, boolean tagged, int x) {
    /** The middle of its letters. */
    public int middle() {
      return x + STEP / 2;
    }
  }

  /** With the letters that the legend gives its networks. */
  static EndRow of(EndView end, Legend legend) {
    List<Mark> marks = new ArrayList<>();
    for (EndView.Carried carried : end.networks()) {
      if (marks.size() < ROOM) {
        String name = carried.network().value();
        marks.add(
            new Mark(
                legend.code(name),
                Words.colour(name),
                carried.channel() instanceof Channel.Tagged,
                FIRST + STEP * marks.size()));
      }
    }
    return new EndRow(end, marks, end.networks().size() - marks.size());
  }

  /** The element's name, by which the keyboard stays where it was when the page looks again. */
  public String getId() {
    String name =
        end.kind() == EndKind.PORT
            ? end.switchName().map(Label::value).orElse("") + "-" + end.port().orElse("")
            : end.machine().map(Label::value).orElse("")
                + "-"
                + end.nic().map(Label::value).orElse("");
    return ("end-" + end.kind() + "-" + name).replaceAll("[^a-zA-Z0-9-]", "_");
  }

  /** Where more is told about it. */
  public String getAddress() {
    if (end.kind() == EndKind.HEADNODE) {
      return "/headnodes/" + end.machine().orElseThrow();
    }
    return end.machine()
        .map(node -> "/nodes/" + node)
        .orElse("/admin/inventory/switches/" + end.switchName().map(Label::value).orElse(""));
  }

  /** The short name above: the port's, or the NIC's. */
  public String getTitle() {
    return end.port().orElse(end.nic().map(Label::value).orElse(""));
  }

  /** The machine behind it, or nothing. */
  public Optional<Label> getMachine() {
    return end.machine();
  }

  /** A kind of state that the style sheet knows. */
  public String getKind() {
    return kind(end.state());
  }

  /** A shape of the sprite. */
  public String getShape() {
    return shape(end.state());
  }

  /** The same of any state. */
  public static String kind(EndState state) {
    return switch (state) {
      case DIFFERS, FAILED -> "bad";
      case CHANGING -> "run";
      case UNCERTAIN -> "warn";
      case CARRYING -> "ok";
      case UPLINK, PARKED, UNCABLED -> "idle";
    };
  }

  /** The same of any state. */
  public static String shape(EndState state) {
    return switch (state) {
      case DIFFERS, FAILED -> "tri";
      case CHANGING -> "half";
      case UNCERTAIN -> "ask";
      case CARRYING -> "dot";
      case UPLINK -> "square";
      case PARKED -> "ring";
      case UNCABLED -> "dash";
    };
  }
}
