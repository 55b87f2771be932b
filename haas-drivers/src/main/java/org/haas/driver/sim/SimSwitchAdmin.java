package org.haas.driver.sim;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.VlanId;

/**
 * Looks at the real state of simulated switches, not at what HaaS believes, and makes them fail.
 * One connection, for one thread. Its failures are {@link org.haas.spi.DriverException}s.
 */
public final class SimSwitchAdmin implements AutoCloseable {
  private final SimClient client;

  private SimSwitchAdmin(SimClient client) {
    this.client = client;
  }

  /** Connects to a server that asks for no login. */
  public static SimSwitchAdmin connect(int port) {
    return connect(port, "", Secret.NONE);
  }

  /** Connects to a server of 127.0.0.1. */
  public static SimSwitchAdmin connect(int port, String username, Secret secret) {
    SimPeer peer = SimPeer.administration(port, username, secret);
    return new SimSwitchAdmin(SimClient.connect(peer, "admin"));
  }

  /** The names of the switches that the server has. */
  public List<Label> switches() {
    return client.ask("switches").stream().map(Label::new).toList();
  }

  /** What frames really pass at each port, now. */
  public Map<PortName, PortConfig> running(Label name) {
    return carried(client.ask("running " + name));
  }

  /** What frames would pass at each port after a power cut. */
  public Map<PortName, PortConfig> startup(Label name) {
    return carried(client.ask("startup " + name));
  }

  /** The VLANs that exist in the running configuration. */
  public NavigableSet<VlanId> vlans(Label name) {
    return SimConfiguration.parse(client.ask("running " + name)).vlans();
  }

  /** The last entries of the switch's log: {@code NUMBER session=N fence=N LINE}. */
  public List<String> log(Label name) {
    return client.ask("log " + name);
  }

  /** How many sessions there were. */
  public long sessions(Label name) {
    return counter(name, "sessions");
  }

  /** How many lines the switch was sent, reads among them. */
  public long lines(Label name) {
    return counter(name, "lines");
  }

  /** How often a session began to write while another one was writing: 0, or HaaS is broken. */
  public long overlappingWriters(Label name) {
    return counter(name, "overlaps");
  }

  /** How often a session began to write after one with a newer fence: 0, or HaaS is broken. */
  public long staleWriters(Label name) {
    return counter(name, "stale");
  }

  /** Every line takes so much longer. */
  public void delay(Label name, Duration time) {
    client.ask("delay %s %d".formatted(name, time.toMillis()));
  }

  /** The port takes no command and cannot be read. */
  public void refuse(Label name, PortName port) {
    client.ask("refuse %s %s".formatted(name, port));
  }

  /** The switch does what it is told, but its answers cannot be understood. */
  public void garbage(Label name, boolean on) {
    client.ask("garbage %s %s".formatted(name, on ? "on" : "off"));
  }

  /** The switch neither does what it is told nor answers; when switched off, it hangs up. */
  public void hang(Label name, boolean on) {
    client.ask("hang %s %s".formatted(name, on ? "on" : "off"));
  }

  /** The connection that sends the byte after so many more bytes breaks instead. Once. */
  public void cutAfter(Label name, long bytes) {
    client.ask("cut %s %d".formatted(name, bytes));
  }

  /** Breaks all connections of the switch, once. */
  public void drop(Label name) {
    client.ask("drop " + name);
  }

  /** Breaks all connections; the switch comes back with its startup configuration. */
  public void powerCycle(Label name) {
    client.ask("power-cycle " + name);
  }

  /** The switch works well again. Its configuration stays as it is. */
  public void reset(Label name) {
    client.ask("reset " + name);
  }

  private long counter(Label name, String counter) {
    return client.ask("counters " + name).stream()
        .filter(line -> line.startsWith(counter + " "))
        .mapToLong(line -> Long.parseLong(line.substring(counter.length() + 1)))
        .sum();
  }

  private static Map<PortName, PortConfig> carried(List<String> lines) {
    SimConfiguration configuration = SimConfiguration.parse(lines);
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    configuration
        .ports()
        .forEach((port, state) -> carried.put(port, state.carried(configuration.vlans())));
    return carried;
  }

  @Override
  public void close() {
    client.close();
  }
}
