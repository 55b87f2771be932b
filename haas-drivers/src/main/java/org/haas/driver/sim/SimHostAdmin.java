package org.haas.driver.sim;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/**
 * Looks at what simulated hypervisors really have, not at what HaaS believes, and makes them fail.
 * One connection, for one thread. Its failures are {@link org.haas.spi.DriverException}s.
 */
public final class SimHostAdmin implements AutoCloseable {
  private final SimClient client;

  private SimHostAdmin(SimClient client) {
    this.client = client;
  }

  /** Connects to a server that asks for no login. */
  public static SimHostAdmin connect(int port) {
    return connect(port, "", Secret.NONE);
  }

  /** Connects to a server of 127.0.0.1. */
  public static SimHostAdmin connect(int port, String username, Secret secret) {
    SimPeer peer = SimPeer.administration(port, username, secret);
    return new SimHostAdmin(SimClient.connect(peer, "admin"));
  }

  /** The names of the hypervisors that the server has. */
  public List<Label> hosts() {
    return client.ask("host names").stream().map(Label::new).toList();
  }

  /** All that there is, whoever made it: {@code ID OWNER STATE PARTS}. */
  public List<String> vms(Label host) {
    return client.ask("host vms " + host);
  }

  /** How many starts of virtual machines there were. */
  public long starts(Label host) {
    return Long.parseLong(client.ask("host starts " + host).get(0));
  }

  /** The NICs of a virtual machine. */
  public List<VmNic> nics(Label host, VmId vm) {
    return SimVmText.nics(ask("nics", host, vm).get(0));
  }

  /** The disk from which a virtual machine configures itself. */
  public byte[] seed(Label host, VmId vm) {
    return Base64.getDecoder().decode(ask("seed", host, vm).get(0));
  }

  /** The newest keystrokes that reached a virtual machine. */
  public byte[] keys(Label host, VmId vm) {
    return Base64.getDecoder().decode(ask("keys", host, vm).get(0));
  }

  /** The last sessions and commands: {@code NUMBER session=N LINE}. */
  public List<String> log(Label host) {
    return client.ask("host log " + host);
  }

  /** A virtual machine says this at its serial port. */
  public void print(Label host, VmId vm, byte[] text) {
    ask("print", host, vm + " " + Base64.getEncoder().encodeToString(text));
  }

  /** A virtual machine is paused, as when its host has no space any more. */
  public void pause(Label host, VmId vm) {
    ask("pause", host, vm);
  }

  /** How much memory it has; 64 GiB at first. */
  public void memory(Label host, long mebibytes) {
    ask("memory", host, mebibytes);
  }

  /** Every login and command takes so much longer. */
  public void delay(Label host, Duration time) {
    ask("delay", host, time.toMillis());
  }

  /** An orderly shutdown takes so long; 300 ms at first. */
  public void shutdownTime(Label host, Duration time) {
    ask("shutdown-time", host, time.toMillis());
  }

  /** The time before each of the three lines that a start prints; 20 ms at first. */
  public void bootStep(Label host, Duration time) {
    ask("boot-step", host, time.toMillis());
  }

  /** Every connection breaks at once. */
  public void dead(Label host, boolean on) {
    turn("dead", host, on);
  }

  /** It takes connections and neither answers nor does anything; when switched off, it hangs up. */
  public void hang(Label host, boolean on) {
    turn("hang", host, on);
  }

  /** No login is right. */
  public void refuseLogin(Label host, boolean on) {
    turn("refuse-login", host, on);
  }

  /** The systems of its virtual machines do not care about the power button. */
  public void ignoreShutdown(Label host, boolean on) {
    turn("ignore-shutdown", host, on);
  }

  /**
   * It refuses one command, until {@link #reset}.
   *
   * @param command of the protocol: {@code disk}, {@code seed}, {@code define}, {@code start}
   */
  public void refuse(Label host, String command) {
    ask("refuse", host, command);
  }

  /** It hangs when it hears this command, until {@link #reset}. */
  public void hangAt(Label host, String command) {
    ask("hang-at", host, command);
  }

  /** The next such command is done, but the connection breaks before it is answered. */
  public void cutAfter(Label host, String command) {
    ask("cut-after", host, command);
  }

  /** It works well again. Its virtual machines and its memory stay as they are. */
  public void reset(Label host) {
    client.ask("host reset " + host);
  }

  private void turn(String knob, Label host, boolean on) {
    ask(knob, host, on ? "on" : "off");
  }

  private List<String> ask(String command, Label host, Object argument) {
    return client.ask("host %s %s %s".formatted(command, host, argument));
  }

  @Override
  public void close() {
    client.close();
  }
}
