package org.haas.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.spi.Label;

/**
 * A NIC of a change-set.
 *
 * @param now the networks on it when it was planned, and {@code then} those that it shall have
 * @param error the switch's words
 * @param operation what writes its port
 * @param port for administrators: its port, and what is done to it
 */
public record PortPlanView(
    Label node,
    Label nic,
    List<Connection> now,
    List<Connection> then,
    ChangeSetPortState state,
    Optional<String> error,
    Optional<UUID> operation,
    Optional<Lines> port) {
  /**
   * What is sent.
   *
   * @param from the port as it was last wanted, and {@code to} as it shall be
   * @param lines those that lead there, secrets masked
   * @param found what was read there before the first line
   */
  public record Lines(
      String switchName,
      String port,
      String from,
      String to,
      List<String> lines,
      Optional<String> found) {
    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** Copies the lists. */
  public PortPlanView {
    now = List.copyOf(now);
    then = List.copyOf(then);
  }
}
