package org.haas.driver.sim;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.haas.spi.PortName;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/** One login on a simulated switch, the switch's end. */
final class SimDialogue implements Closeable {
  private static final Duration IDLE = Duration.ofDays(1);
  private static final String GARBAGE = "%~\u0007 7f3a!? \u00fc\n";

  private final SimDevice device;
  private final LineConnection connection;
  private final long number;
  private final long fence;
  private long linesHeard;

  SimDialogue(SimDevice device, LineConnection connection, long number, long fence) {
    this.device = device;
    this.connection = connection;
    this.number = number;
    this.fence = fence;
  }

  long fence() {
    return fence;
  }

  /** Guarded by the device, as {@link #countLine}. */
  long linesHeard() {
    return linesHeard;
  }

  void countLine() {
    linesHeard++;
  }

  /** Serves the session until either end closes it. */
  void serve() throws IOException {
    device.enter(this);
    try {
      respond(() -> List.of());
      while (true) {
        String line = connection.receive(System.nanoTime() + IDLE.toNanos());
        respond(
            () -> {
              device.heard(this, line);
              return run(line);
            });
      }
    } finally {
      device.leave(this);
    }
  }

  /** Late, or never, as the knobs say. What the peer no longer waits for is not done. */
  private void respond(Supplier<Collection<String>> command) throws IOException {
    SimPace.await(connection, device.knobs().delay(), device.knobs()::hanging);
    answer(SimAnswer.to(command));
  }

  private void answer(String text) throws IOException {
    byte[] bytes = (device.knobs().garbage() ? GARBAGE : text).getBytes(StandardCharsets.UTF_8);
    int allowed = device.knobs().allowed(bytes.length);
    connection.sendBytes(Arrays.copyOf(bytes, allowed));
    if (allowed < bytes.length) {
      close();
    }
  }

  private Collection<String> run(String line) {
    String[] words = line.split(" ");
    return switch (words[0]) {
      case "read" -> device.read(Arrays.stream(words).skip(1).map(PortName::new).toList());
      default -> {
        write(words);
        yield List.of();
      }
    };
  }

  private void write(String[] words) {
    switch (words[0]) {
      case "configure" -> device.claimWriting(this);
      case "end" -> device.endWriting(this);
      case "save" -> device.save(this);
      default -> configure(words);
    }
  }

  private void configure(String[] words) {
    if (words.length == 2 && words[0].equals("vlan")) {
      device.createVlan(this, VlanId.parse(words[1]));
    } else if (words.length == 2 && words[0].equals("no-vlan")) {
      device.deleteVlan(this, VlanId.parse(words[1]));
    } else if (words.length >= 3 && words[0].equals("port")) {
      device.change(this, new PortName(words[1]), step(words));
    } else {
      throw new SimRefusal("unknown command");
    }
  }

  private static PortStep step(String[] words) {
    PortStep.Kind kind = SimLines.kind(words[2]);
    NavigableSet<VlanId> vlans = SimPort.vlans(words.length > 3 ? words[3] : "none");
    if (kind == PortStep.Kind.UNTAGGED && vlans.size() > 1) {
      throw new SimRefusal("a port has one native VLAN");
    }
    return new PortStep(kind, vlans);
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public String toString() {
    return "session=" + number + " fence=" + fence;
  }
}
