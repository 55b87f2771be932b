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
   * A port that differs.
   *
   * @param lastRead what it was read as; empty: it cannot be read
   * @param difference in words
   * @param since when a check first found it so
   */
  public record PortDrift(
      Label switchName,
      PortName port,
      Optional<String> lastRead,
      String difference,
      Instant since) {}
}
