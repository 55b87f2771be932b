package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
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
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]*");

  private final String type;
  private final CommandTable table;
  private final Pattern ports;
  private final String portExample;
  private final Map<String, String> words;

  /**
   * A driver with these words.
   *
   * @param type its name in the API
   * @param ports what a port is called
   * @param portExample two or three such names, for people
   */
  protected SshSwitchDriver(String type, CommandTable table, String ports, String portExample) {
    this(type, table, ports, portExample, Map.of());
  }

  /**
   * A driver with more settings: each is a word of letters that the table names in braces.
   *
   * @param words the settings, and what they are when a switch has none
   */
  protected SshSwitchDriver(
      String type,
      CommandTable table,
      String ports,
      String portExample,
      Map<String, String> words) {
    this.type = type;
    this.words = Map.copyOf(words);
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

  /** The ids of the table's {@code own-ids} and {@code reserved}. */
  @Override
  public final Set<VlanId> reserved() {
    Set<VlanId> all = new TreeSet<>(table.ownIds());
    all.addAll(table.ids(TableRow.RESERVED));
    return all;
  }

  @Override
  public Set<String> settings() {
    Set<String> all = new TreeSet<>(words.keySet());
    all.add(OldAlgorithms.SETTING);
    return all;
  }

  @Override
  public int defaultPort() {
    return SSH_PORT;
  }

  @Override
  public final boolean showsHostKey() {
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
    CommandTable usual = table.with(words);
    PortLines lines = new PortLines(usual, change);
    List<CliLine> all =
        new ArrayList<>(new PortBlocks(usual).add(change.port(), lines.cut()).lines());
    all.addAll(usual.commands(TableRow.VLAN, lines.created()));
    all.addAll(new PortBlocks(usual).add(change.port(), lines.rest("OWN")).lines());
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
    try {
      CommandTable itsOwn = table.with(words(endpoint));
      return new CliSession(endpoint, itsOwn, SshShell.open(endpoint, itsOwn, terminal));
    } catch (DriverException failed) {
      terminal.abort();
      throw failed;
    }
  }

  /** They become part of commands. */
  private Map<String, String> words(SwitchEndpoint endpoint) {
    Map<String, String> filled = new HashMap<>();
    words.forEach(
        (name, usual) -> {
          String word = endpoint.settings().getOrDefault(name, usual);
          if (!WORD.matcher(word).matches()) {
            throw new DriverException(
                Kind.REFUSED,
                "%s has a setting %s that is no word of letters and digits."
                    .formatted(endpoint.described(), name));
          }
          filled.put(name, word);
        });
    return filled;
  }
}
