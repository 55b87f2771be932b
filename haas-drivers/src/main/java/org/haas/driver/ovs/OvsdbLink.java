package org.haas.driver.ovs;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.haas.driver.wire.CertificateRefused;
import org.haas.driver.wire.HostPort;
import org.haas.driver.wire.Json;
import org.haas.driver.wire.JsonStream;
import org.haas.driver.wire.TlsKey;
import org.haas.driver.wire.TlsLink;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/** One connection of JSON-RPC to an OVSDB server. It answers the server's signs of life itself. */
final class OvsdbLink implements AutoCloseable {
  private static final int LONGEST_MESSAGE = 16 << 20;
  private static final String ECHO = "echo";

  /** How the JDK begins to tell what the other end said against a handshake. */
  private static final String ALERT = "fatal alert: ";

  private static final String HINT =
      ". If that stays: does it trust the certificate that HaaS shows it";

  private final SwitchEndpoint endpoint;
  private final TlsLink tls;
  private final JsonStream stream = new JsonStream(LONGEST_MESSAGE);
  private final byte[] part = new byte[16 << 10];
  private long asked;

  private OvsdbLink(SwitchEndpoint endpoint, TlsLink tls) {
    this.endpoint = endpoint;
    this.tls = tls;
  }

  /**
   * Connects, and asks what databases there are, which shows whether the login is good.
   *
   * @throws DriverException UNREACHABLE, HOST_KEY_CHANGED, REFUSED, DEADLINE
   */
  static OvsdbLink open(SwitchEndpoint endpoint) {
    requireTime(endpoint);
    TlsKey login = login(endpoint);
    OvsdbLink link = null;
    try {
      HostPort at = new HostPort(endpoint.host(), endpoint.port());
      link =
          new OvsdbLink(
              endpoint,
              TlsLink.connect(
                  at, OvsdbKey.fingerprint(endpoint.hostKey()), login, deadline(endpoint)));
      link.greet();
      return link;
    } catch (IOException failed) {
      throw failure(endpoint, link, failed);
    } catch (DriverException failed) {
      link.close();
      throw failed;
    }
  }

  private static TlsKey login(SwitchEndpoint endpoint) {
    try {
      return TlsKey.parse(endpoint.secret());
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }

  private void greet() throws IOException {
    Object answer = exchange("list_dbs", List.of());
    if (!(answer instanceof List<?> databases) || !databases.contains("Open_vSwitch")) {
      throw new DriverException(
          Kind.REFUSED, endpoint.described() + " has no database of an Open vSwitch.");
    }
  }

  private static DriverException failure(
      SwitchEndpoint endpoint, OvsdbLink link, IOException failed) {
    if (link != null) {
      link.close();
    }
    if (failed instanceof CertificateRefused) {
      return new DriverException(
          Kind.HOST_KEY_CHANGED,
          "%s shows another certificate than the enrolled one; nothing was sent."
              .formatted(endpoint.described()),
          failed);
    }
    if (failed instanceof SSLException && ("" + failed.getMessage()).contains(ALERT)) {
      return new DriverException(
          Kind.REFUSED,
          "%s refused the login by TLS: %s."
              .formatted(endpoint.described(), DriverException.words("" + failed.getMessage())),
          failed);
    }
    return new DriverException(
        Kind.UNREACHABLE,
        "%s cannot be reached: %s%s."
            .formatted(endpoint.described(), failed.getMessage(), isCut(failed) ? HINT : ""),
        failed);
  }

  /** Who does not let us in may end the connection before it has told why. */
  private static boolean isCut(IOException failed) {
    return failed instanceof SSLException
        || (failed instanceof SocketException && !(failed instanceof ConnectException));
  }

  private static long deadline(SwitchEndpoint endpoint) {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  private static void requireTime(SwitchEndpoint endpoint) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the next line.");
    }
  }

  /**
   * Calls a method and waits for its result.
   *
   * @throws DriverException UNREACHABLE; REFUSED in the server's words; DEADLINE: nothing was sent,
   *     and the connection was reset
   */
  Object ask(String method, List<?> params) {
    try {
      requireTime(endpoint);
    } catch (DriverException late) {
      tls.reset();
      throw late;
    }
    try {
      return exchange(method, params);
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  private Object exchange(String method, List<?> params) throws IOException {
    long deadline = deadline(endpoint);
    long id = send(method, params);
    while (true) {
      Map<?, ?> message =
          next(deadline)
              .orElseThrow(
                  () ->
                      new IOException(
                          "no answer within %d ms".formatted(endpoint.timeout().toMillis())));
      if (message.get("id") instanceof Long answered && answered == id) {
        return result(message);
      }
    }
  }

  private Object result(Map<?, ?> answer) {
    if (answer.get("error") != null) {
      throw new DriverException(
          Kind.REFUSED,
          "%s refused: %s."
              .formatted(
                  endpoint.described(), DriverException.words(Json.text(answer.get("error")))));
    }
    return answer.get("result");
  }

  /** Sends a request and does not wait. */
  long send(String method, List<?> params) throws IOException {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", method);
    request.put("params", params);
    request.put("id", ++asked);
    write(request);
    return asked;
  }

  private void write(Map<String, ?> message) throws IOException {
    tls.write(Json.text(message).getBytes(StandardCharsets.UTF_8), deadline(endpoint));
  }

  /**
   * The next message that is no sign of life.
   *
   * @param until in {@link System#nanoTime} terms; empty when none came before
   */
  Optional<Map<?, ?>> next(long until) throws IOException {
    while (true) {
      Optional<String> whole = stream.next();
      if (whole.isEmpty()) {
        int length = tls.read(part, until);
        if (length == 0) {
          return Optional.empty();
        }
        if (length < 0) {
          throw new IOException("it ended the connection");
        }
        stream.add(part, length);
        continue;
      }
      Map<?, ?> message = parsed(whole.get());
      if (!ECHO.equals(message.get("method"))) {
        return Optional.of(message);
      }
      echo(message);
    }
  }

  private static Map<?, ?> parsed(String text) throws IOException {
    try {
      return (Map<?, ?>) Json.parse(text);
    } catch (IllegalArgumentException garbage) {
      throw new IOException("it answered " + DriverException.words(text), garbage);
    }
  }

  private void echo(Map<?, ?> request) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", request.get("id"));
    answer.put("result", request.get("params"));
    answer.put("error", null);
    write(answer);
  }

  /** Asks the server for a sign of life, and does not wait. */
  void probe() throws IOException {
    send(ECHO, List.of());
  }

  /** What to throw when this has broken; it is closed. */
  DriverException broken(IOException why) {
    close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s broke the connection: %s."
            .formatted(endpoint.described(), DriverException.words("" + why.getMessage())),
        why);
  }

  /** The longest that the server may take to answer. */
  Duration timeout() {
    return endpoint.timeout();
  }

  @Override
  public void close() {
    tls.close();
  }
}
