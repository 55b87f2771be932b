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
import org.haas.spi.SwitchEndpoint;

/** Sends lines to a simulated switch, one outstanding at a time. */
final class SimClient implements Closeable {
  private final SwitchEndpoint endpoint;
  private final LineConnection connection;

  private SimClient(SwitchEndpoint endpoint, LineConnection connection) {
    this.endpoint = endpoint;
    this.connection = connection;
  }

  /** Connects and sends the greeting line that chooses the switch and logs in. */
  static SimClient connect(SwitchEndpoint endpoint, String greeting) {
    try {
      SimClient client =
          new SimClient(
              endpoint,
              LineConnection.connect(endpoint.host(), endpoint.port(), endpoint.timeout()));
      client.ask(
          "%s %s %s"
              .formatted(
                  greeting, encoded(endpoint.username()), encoded(endpoint.secret().reveal())));
      return client;
    } catch (IOException failed) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s cannot be reached: %s.".formatted(endpoint.described(), failed.getMessage()),
          failed);
    }
  }

  /**
   * Sends one line and waits for its answer.
   *
   * @return the data lines
   * @throws DriverException DEADLINE nothing was sent; UNREACHABLE; REFUSED with the switch's words
   */
  List<String> ask(String line) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      close();
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the next line.");
    }
    try {
      connection.send(line + "\n");
      return answer();
    } catch (SocketTimeoutException late) {
      throw unreachable(
          "did not answer within %d ms".formatted(endpoint.timeout().toMillis()), late);
    } catch (IOException broken) {
      throw unreachable("broke the connection: " + broken.getMessage(), broken);
    }
  }

  private List<String> answer() throws IOException {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos();
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
                    endpoint.described(),
                    DriverException.words(line.substring("error ".length()))));
      }
      if (!line.startsWith("= ")) {
        throw new IOException("it answered \"" + DriverException.words(line) + "\"");
      }
      data.add(line.substring(2));
    }
  }

  private DriverException unreachable(String what, IOException cause) {
    close();
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(endpoint.described(), what), cause);
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
