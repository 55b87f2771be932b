package org.haas.driver.sim;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * Looks at the real state of simulated machines, not at what HaaS believes, and makes their
 * controllers fail. One connection, for one thread. Its failures are {@link
 * org.haas.spi.DriverException}s.
 */
public final class SimBmcAdmin implements AutoCloseable {
  private final SimClient client;

  private SimBmcAdmin(SimClient client) {
    this.client = client;
  }

  /** Connects to a server that asks for no login. */
  public static SimBmcAdmin connect(int port) {
    return connect(port, "", Secret.NONE);
  }

  /** Connects to a server of 127.0.0.1. */
  public static SimBmcAdmin connect(int port, String username, Secret secret) {
    SimPeer peer = SimPeer.administration(port, username, secret);
    return new SimBmcAdmin(SimClient.connect(peer, "admin"));
  }

  /** The names of the controllers that the server has. */
  public List<Label> bmcs() {
    return client.ask("bmc names").stream().map(Label::new).toList();
  }

  /** Whether the machine has power. */
  public boolean isOn(Label bmc) {
    return counter(bmc, "on") == 1;
  }

  /** How often it was started. */
  public long starts(Label bmc) {
    return counter(bmc, "starts");
  }

  /** How many logins there were, consoles among them. */
  public long sessions(Label bmc) {
    return counter(bmc, "sessions");
  }

  /** How many commands the controller was sent. */
  public long commands(Label bmc) {
    return counter(bmc, "commands");
  }

  /** How many consoles are open: at most one. */
  public long consoles(Label bmc) {
    return counter(bmc, "consoles");
  }

  /** How many bytes the controller keeps for the next console. */
  public long historyBytes(Label bmc) {
    return counter(bmc, "history");
  }

  /** How many lines {@link #stream} has printed so far. */
  public long streamedLines(Label bmc) {
    return counter(bmc, "lines");
  }

  /** What it boots from next: {@code PXE once}, {@code DISK}, {@code NONE}. */
  public String boot(Label bmc) {
    return client.ask("bmc boot " + bmc).get(0);
  }

  /** The newest keystrokes that reached the machine, up to 4096 bytes. */
  public byte[] keys(Label bmc) {
    return Base64.getDecoder().decode(client.ask("bmc keys " + bmc).get(0));
  }

  /** The last sessions and commands: {@code NUMBER session=N LINE}. */
  public List<String> log(Label bmc) {
    return client.ask("bmc log " + bmc);
  }

  /** Every login and command takes so much longer. */
  public void delay(Label bmc, Duration time) {
    turn("delay", bmc, time.toMillis());
  }

  /** Power changes so much after the command; 100 ms at first. */
  public void powerTime(Label bmc, Duration time) {
    turn("power-time", bmc, time.toMillis());
  }

  /** An orderly shutdown takes so long; 300 ms at first. */
  public void shutdownTime(Label bmc, Duration time) {
    turn("shutdown-time", bmc, time.toMillis());
  }

  /** The time between two lines of a start; 40 ms at first. A start has nine. */
  public void bootStep(Label bmc, Duration time) {
    turn("boot-step", bmc, time.toMillis());
  }

  /** Every connection breaks at once. */
  public void dead(Label bmc, boolean on) {
    turn("dead", bmc, on);
  }

  /** It takes connections and neither answers nor does anything; when switched off, it hangs up. */
  public void hang(Label bmc, boolean on) {
    turn("hang", bmc, on);
  }

  /** No login is right. */
  public void refuseLogin(Label bmc, boolean on) {
    turn("refuse-login", bmc, on);
  }

  /** It has no serial console. */
  public void refuseConsole(Label bmc, boolean on) {
    turn("refuse-console", bmc, on);
  }

  /** It says yes to power commands and does nothing. */
  public void ignorePower(Label bmc, boolean on) {
    turn("ignore-power", bmc, on);
  }

  /** The operating system does not care about the power button. */
  public void ignoreShutdown(Label bmc, boolean on) {
    turn("ignore-shutdown", bmc, on);
  }

  /**
   * While it has power the machine prints lines of 50 bytes, {@code #0000000001....\r\n} and on, at
   * this rate; 0 ends it.
   */
  public void stream(Label bmc, long bytesPerSecond) {
    turn("stream", bmc, bytesPerSecond);
  }

  /** The machine's serial port says this, on or off. */
  public void print(Label bmc, byte[] text) {
    turn("print", bmc, Base64.getEncoder().encodeToString(text));
  }

  /** Breaks the console, once. */
  public void dropConsole(Label bmc) {
    client.ask("bmc drop " + bmc);
  }

  /** The controller works well again. Power and boot device stay as they are. */
  public void reset(Label bmc) {
    client.ask("bmc reset " + bmc);
  }

  private void turn(String knob, Label bmc, boolean on) {
    turn(knob, bmc, on ? "on" : "off");
  }

  private void turn(String knob, Label bmc, Object value) {
    client.ask("bmc %s %s %s".formatted(knob, bmc, value));
  }

  private long counter(Label bmc, String counter) {
    return client.ask("bmc counters " + bmc).stream()
        .filter(line -> line.startsWith(counter + " "))
        .mapToLong(line -> Long.parseLong(line.substring(counter.length() + 1)))
        .sum();
  }

  @Override
  public void close() {
    client.close();
  }
}
