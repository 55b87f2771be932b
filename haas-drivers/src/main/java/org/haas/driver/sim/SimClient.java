package org.haas.driver.sim;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** Sends lines to a simulated switch or controller, one outstanding at a time. */
final class SimClient implements Closeable {
  private final SimPeer peer;
  private final LineConnection connection;

  private SimClient(SimPeer peer, LineConnection connection) {
    this.peer = peer;
    this.connection = connection;
  }

  /** Connects and sends the greeting line that chooses what is wanted and logs in. */
  static SimClient connect(SimPeer peer, String greeting) {
    try {
      SimClient client =
          new SimClient(
              peer, LineConnection.connect(peer.at().host(), peer.at().port(), peer.timeout()));
      client.ask(
          "%s %s %s"
              .formatted(greeting, encoded(peer.username()), encoded(peer.secret().reveal())));
      return client;
    } catch (IOException failed) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s cannot be reached: %s.".formatted(peer.described(), failed.getMessage()),
          failed);
    }
  }

  /** The other end. */
  SimPeer peer() {
    return peer;
  }

  /** The connection, for what comes after the greeting's answer. */
  LineConnection connection() {
    return connection;
  }

  /**
   * Sends one line and waits for its answer.
   *
   * @return the data lines
   * @throws DriverException DEADLINE nothing was sent; UNREACHABLE; REFUSED with the words of the
   *     other end
   */
  List<String> ask(String line) {
    if (!peer.mayProceed().getAsBoolean()) {
      close();
      throw new DriverException(
          Kind.DEADLINE,
          peer.described() + " was left alone: the claim on it ran out before the next line.");
    }
    try {
      connection.send(line + "\n");
      return answer();
    } catch (SocketTimeoutException late) {
      throw unreachable("did not answer within %d ms".formatted(peer.timeout().toMillis()), late);
    } catch (IOException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), broken);
    }
  }

  private List<String> answer() throws IOException {
    long deadline = System.nanoTime() + peer.timeout().toNanos();
    List<String> data = new ArrayList<>();
    while (true) {
      String line = connection.receive(deadline);
      if (line.equals("ok")) {
        return data;
      }
      if (line.startsWith("error ")) {
        throw new DriverException(
            Kind.REFUSED,
            "%s refused: %s."
                .formatted(
                    peer.described(), DriverException.words(line.substring("error ".length()))));
      }
      if (!line.startsWith("= ")) {
        throw new IOException("it answered \"" + DriverException.words(line) + "\"");
      }
      data.add(line.substring(2));
    }
  }

  private DriverException unreachable(String what, IOException cause) {
    close();
    return new DriverException(Kind.UNREACHABLE, "%s %s.".formatted(peer.described(), what), cause);
  }

  private static String encoded(String text) {
    return text.isEmpty()
        ? "-"
        : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    connection.close();
  }
}
