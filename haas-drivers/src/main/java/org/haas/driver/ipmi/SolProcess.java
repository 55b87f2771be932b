package org.haas.driver.ipmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haas.spi.DriverException;

/** One ipmitool that serves a console (serial over LAN). */
final class SolProcess {
  private static final Duration LEAVING = Duration.ofMillis(700);
  private static final Duration STARTING_POLL = Duration.ofMillis(10);

  /** Without a terminal it says so on its standard error when, and only when, SOL has begun. */
  private static final String BEGUN = "tcgetattr";

  private static final int LONGEST_COMPLAINT = 4000;

  private final Ipmitool tool;
  private final Process process;
  private final InputStream output;
  private final InputStream errors;
  private final OutputStream input;
  private final SolChatter chatter = new SolChatter();
  private final StringBuilder complaints = new StringBuilder();
  private boolean killed;

  private SolProcess(Ipmitool tool, Process process) {
    this.tool = tool;
    this.process = process;
    this.output = process.getInputStream();
    this.errors = process.getErrorStream();
    this.input = process.getOutputStream();
  }

  /**
   * Starts one and waits until the controller has given it the console.
   *
   * @param deadline in {@link System#nanoTime} terms
   * @throws DriverException UNREACHABLE; REFUSED with ipmitool's words; DEADLINE
   */
  static SolProcess start(Ipmitool tool, int cipher, long deadline) {
    List<String> options = List.of("-e", String.valueOf(SolKeys.ESCAPE), "sol", "activate");
    List<String> command = new ArrayList<>(options);
    if (tool.settings().solKeepalive()) {
      command.add("usesolkeepalive");
    }
    SolProcess console = new SolProcess(tool, tool.console(cipher, command));
    boolean begun = false;
    try {
      begun = console.awaitBeginning(deadline);
    } finally {
      if (!begun) {
        console.kill();
      }
    }
    return console;
  }

  private boolean awaitBeginning(long deadline) {
    try {
      while (process.isAlive() && System.nanoTime() - deadline < 0) {
        listen();
        if (output.available() > 0 || complaints.indexOf(BEGUN) >= 0) {
          return true;
        }
        process.waitFor(STARTING_POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (process.isAlive()) {
        throw tool.late();
      }
      listen();
      throw tool.refused("gave no console (ipmitool: %s)".formatted(words()));
    } catch (IOException gone) {
      throw tool.unreachable("gave no console: " + tool.hidden(gone.getMessage()), gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw tool.unreachable("was left, as the server is stopping", stopping);
    }
  }

  /** What the machine has said since the last time, without waiting. */
  synchronized byte[] read() throws IOException {
    if (killed) {
      return new byte[0];
    }
    boolean alive = process.isAlive();
    listen();
    byte[] chunk = Ipmitool.available(output).getBytes(StandardCharsets.ISO_8859_1);
    return chunk.length == 0 && alive ? chunk : chatter.without(chunk, !alive);
  }

  private void listen() throws IOException {
    complaints.append(Ipmitool.available(errors));
    if (complaints.length() > LONGEST_COMPLAINT) {
      complaints.delete(0, complaints.length() - LONGEST_COMPLAINT);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended, or what it complained of so far. */
  synchronized IpmiAnswer answer() {
    return new IpmiAnswer(process.isAlive() ? -1 : process.exitValue(), "", complaints.toString());
  }

  private String words() {
    return tool.hidden(answer().words());
  }

  void write(byte[] bytes) throws IOException {
    input.write(bytes);
    input.flush();
  }

  void sendBreak() throws IOException {
    synchronized (this) {
      chatter.breakSent();
    }
    write(SolKeys.sendBreak());
  }

  /** Lets it give the console back and log out, for a short time. Then it can still be read. */
  void leave() {
    try {
      input.close();
      process.waitFor(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException gone) {
      // Killed below.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void kill() {
    killed = true;
    Ipmitool.end(process);
  }
}
