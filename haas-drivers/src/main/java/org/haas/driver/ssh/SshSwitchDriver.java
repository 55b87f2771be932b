package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.haas.spi.Capability;
import org.haas.spi.PortChange;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * The driver of a switch whose command line is reached by SSH: a subclass gives the words. Setting
 * {@code old_ssh}: {@code yes} allows algorithms that are no longer safe.
 */
public abstract class SshSwitchDriver implements SwitchDriver {
  private static final int SSH_PORT = 22;

  private final String type;
  private final CommandTable table;
  private final Pattern ports;
  private final String portExample;

  /**
   * A driver with these words.
   *
   * @param type its name in the API
   * @param ports what a port is called
   * @param portExample two or three such names, for people
   */
  protected SshSwitchDriver(String type, CommandTable table, String ports, String portExample) {
    this.type = type;
    this.table = table;
    this.ports = Pattern.compile(ports);
    this.portExample = portExample;
  }

  @Override
  public final String type() {
    return type;
  }

  /** Taken from the table: it knows a way to drop untagged frames, or does not. */
  @Override
  public final Set<Capability> capabilities() {
    return table.has(TableRow.TAGGED_ONLY) ? Set.of(Capability.NATIVELESS_TRUNK) : Set.of();
  }

  /** The ids of the table's {@code own-ids}; a system that keeps more says so. */
  @Override
  public Set<VlanId> reserved() {
    return new TreeSet<>(table.ownIds());
  }

  @Override
  public Set<String> settings() {
    return Set.of(OldAlgorithms.SETTING);
  }

  @Override
  public int defaultPort() {
    return SSH_PORT;
  }

  @Override
  public final boolean usesSsh() {
    return true;
  }

  @Override
  public final void validate(PortName port) {
    if (!ports.matcher(port.value()).matches()) {
      throw new IllegalArgumentException(
          "A port of a %s switch is named like %s.".formatted(type, portExample));
    }
  }

  /** The id of a port without a native VLAN is chosen when it is needed. */
  @Override
  public final List<String> render(PortChange change) {
    if (change.isDone()) {
      return List.of();
    }
    PortLines lines = new PortLines(table, change);
    List<CliLine> all = new ArrayList<>(lines.cut());
    all.addAll(table.commands(TableRow.VLAN, lines.created()));
    all.addAll(lines.rest("OWN"));
    return all.stream().map(CliLine::text).toList();
  }

  @Override
  public final Optional<String> hostKey(SwitchEndpoint endpoint) {
    return Optional.of(SshSession.hostKey(endpoint));
  }

  @Override
  public final SwitchSession open(SwitchEndpoint endpoint) {
    return open(endpoint, SshSession.open(endpoint).terminal());
  }

  final SwitchSession open(SwitchEndpoint endpoint, Terminal terminal) {
    return new CliSession(endpoint, table, SshShell.open(endpoint, table, terminal));
  }
}
