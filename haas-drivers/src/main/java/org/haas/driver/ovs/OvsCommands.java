package org.haas.driver.ovs;

import java.util.List;
import org.haas.driver.ssh.CommandResult;
import org.haas.driver.ssh.SshSession;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/** Talks to an Open vSwitch by commands over SSH. */
final class OvsCommands implements OvsTalk {
  private static final int ENDED_BY_ITS_TIMEOUT = 128 + 14;

  private final SwitchEndpoint endpoint;
  private final String bridge;
  private final SshSession ssh;
  private boolean stirred;

  OvsCommands(SwitchEndpoint endpoint, String bridge, SshSession ssh) {
    this.endpoint = endpoint;
    this.bridge = bridge;
    this.ssh = ssh;
  }

  @Override
  public OvsTable table(ParkingRange parking) {
    String output = output(OvsLines.read(endpoint.timeout(), bridge));
    try {
      return OvsTable.parse(output, parking);
    } catch (IllegalArgumentException garbage) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s answered %s: %s."
              .formatted(endpoint.described(), garbage.getMessage(), DriverException.words(output)),
          garbage);
    }
  }

  @Override
  public void write(List<OvsPort> rows, boolean removes) {
    stirred |= removes && !rows.isEmpty();
    List<String> commands = rows.stream().map(row -> OvsLines.set(row, row.tagText())).toList();
    OvsLines.transactions(endpoint.timeout(), commands).forEach(this::output);
  }

  @Override
  public void calm() {
    if (stirred) {
      output(OvsLines.SETTLE);
      stirred = false;
    }
  }

  private String output(String line) {
    CommandResult result = ssh.run(line);
    if (result.succeeded()) {
      return result.output();
    }
    if (result.exitCode() == ENDED_BY_ITS_TIMEOUT) {
      throw new DriverException(
          Kind.UNREACHABLE, endpoint.described() + " runs no ovs-vswitchd that answers in time.");
    }
    throw new DriverException(
        Kind.REFUSED,
        "%s refused: %s."
            .formatted(
                endpoint.described(),
                DriverException.words(result.errors() + " " + result.output())));
  }

  @Override
  public void close() {
    ssh.close();
  }
}
