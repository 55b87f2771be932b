package org.haas.cli.command;

import org.haas.cli.output.Plain;
import org.haas.cli.process.World;

/**
 * How far something is, on stderr: one line that changes on a terminal, else one for each state.
 */
final class Progress implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";
  private static final long NANOS = 1_000_000_000L;

  private final World world;
  private final long begun = System.nanoTime();
  private String last = "";

  Progress(World world) {
    this.world = world;
  }

  void show(String line) {
    String now = Plain.line(line);
    if (world.errIsTerminal()) {
      long seconds = (System.nanoTime() - begun) / NANOS;
      world.err().print(CLEAR + now + "  " + seconds + " s");
      world.err().flush();
    } else if (!now.equals(last)) {
      world.err().println(now);
    }
    last = now;
  }

  @Override
  public void close() {
    if (world.errIsTerminal() && !last.isEmpty()) {
      world.err().print(CLEAR);
      world.err().flush();
    }
  }
}
