package org.haas.switches;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.operation.OperationState;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * Where the switches are not as the database wants them, as the last checks found.
 *
 * @param observing why nothing is written to switches and nothing is given away; empty: HaaS works
 * @param checks while HaaS observes: how far the look at each switch has come
 * @param ports the ports that differ
 */
public record DriftReport(
    Optional<Observing> observing, List<SwitchChecked> checks, List<PortDrift> ports) {

  /**
   * HaaS only observes, because its database went back in time.
   *
   * @param since when an instance found out
   * @param reason what it found
   * @param complete whether every switch was looked at: then it can be accepted
   */
  public record Observing(Instant since, String reason, boolean complete) {}

  /**
   * A look at a switch since HaaS observes.
   *
   * @param state of the operation that looks; empty: it is about to begin
   * @param error why the switch could not be read
   */
  public record SwitchChecked(
      Label switchName, Optional<OperationState> state, Optional<String> error) {}

  /**
   * A port that differs. Administrators are told of all; others of those behind machines that their
   * projects hold, without switch, port and reading.
   *
   * @param role what the port is for: an EDGE carries {@code networks}, a PRESET the whole pool
   * @param node the machine behind it, if one, and its {@code nic}
   * @param project who holds the machine
   * @param networks those that the NIC is connected to, which the port shall carry and no others
   * @param lastRead what it was read as; empty: it cannot be read, or the caller may not know
   * @param difference in words
   * @param since when a check first found it so
   */
  public record PortDrift(
      Optional<Label> switchName,
      Optional<PortName> port,
      PortRole role,
      Optional<Label> node,
      Optional<Label> nic,
      Optional<Label> project,
      List<Label> networks,
      Optional<String> lastRead,
      String difference,
      Instant since) {
    /** Copies the networks. */
    public PortDrift {
      networks = List.copyOf(networks);
    }
  }
}
