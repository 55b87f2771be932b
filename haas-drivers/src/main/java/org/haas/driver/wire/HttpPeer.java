package org.haas.driver.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One server of HTTP or HTTPS, over one connection that is kept open. For one thread. It has no
 * threads of its own, no pool that outlives it, and follows no redirect; all of an answer has to
 * come before the deadline.
 */
public final class HttpPeer implements AutoCloseable {
  private final URI base;
  private final HostPort at;
  private final boolean secure;
  private final Optional<String> enrolled;
  private volatile DeadlineSocket socket;
  private Socket connection;
  private HttpReader reader;
  private volatile boolean closed;

  /**
   * Connects at the first call.
   *
   * @param base such as {@code https://10.0.0.7} or {@code http://obmd.example.org:8080/node/7}
   * @param enrolled the fingerprint of the only certificate to believe
   * @throws IllegalArgumentException with a sentence for the user
   */
  public HttpPeer(String base, Optional<String> enrolled) {
    this.base = checked(base);
    this.secure = this.base.getScheme().equalsIgnoreCase("https");
    int port = this.base.getPort() < 0 ? (secure ? 443 : 80) : this.base.getPort();
    this.at = new HostPort(this.base.getHost().replaceAll("[\\[\\]]", ""), port);
    this.enrolled = enrolled;
  }

  /**
   * Reads the address of a server.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static URI checked(String address) {
    IllegalArgumentException refused =
        new IllegalArgumentException(
            "The address of this kind of controller is a URL such as https://10.0.0.7, without user,"
                + " query and fragment.");
    if (!address.matches("(?i)https?://.+")) {
      throw refused;
    }
    URI url;
    try {
      url = URI.create(address);
    } catch (IllegalArgumentException wrong) {
      throw refused;
    }
    boolean plain =
        url.getHost() != null
            && url.getUserInfo() == null
            && url.getQuery() == null
            && url.getFragment() == null
            && url.getPort() != 0
            && url.getPort() <= 65_535;
    if (!plain) {
      throw refused;
    }
    return url;
  }

  /** Where it is. */
  public HostPort at() {
    return at;
  }

  /**
   * The path of a link that it gave, if that leads to itself.
   *
   * @param link a path or a URL
   */
  public Optional<String> path(String link) {
    try {
      URI target = base.resolve("/").resolve(link);
      boolean here =
          base.resolve("/").getScheme().equals(target.getScheme())
              && base.getRawAuthority().equalsIgnoreCase(target.getRawAuthority());
      String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
      return here ? Optional.of(target.getRawPath() + query) : Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /**
   * Sends a request and waits for all of its answer. A connection that was kept open and turns out
   * to be closed is made again, once.
   *
   * @param deadline in {@link System#nanoTime} terms
   * @throws CertificateRefused nothing was sent
   * @throws IOException a {@link SocketTimeoutException} at the deadline
   */
  public HttpAnswer send(HttpCall call, long deadline) throws IOException {
    boolean kept = connection != null;
    try {
      return exchange(call, deadline);
    } catch (IOException failed) {
      disconnect();
      if (!kept || failed instanceof SocketTimeoutException || closed) {
        throw failed;
      }
      return exchange(call, deadline);
    }
  }

  private HttpAnswer exchange(HttpCall call, long deadline) throws IOException {
    write(call, deadline);
    HttpAnswer answer = reader.whole();
    if (reader.endsConnection()
        || answer.header("connection").orElse("").toLowerCase(Locale.ROOT).contains("close")) {
      disconnect();
    }
    return answer;
  }

  /**
   * Sends a request whose answer goes on and on; {@link #read} reads it.
   *
   * @return the answer without its body
   */
  public HttpAnswer open(HttpCall call, long deadline) throws IOException {
    write(call, deadline);
    HttpAnswer head = reader.head();
    reader.begin(head);
    return head;
  }

  /**
   * The next bytes of what was opened; 0 when none came before {@code until}, -1 at its end.
   *
   * @param deadline for the rest of what has begun to come
   */
  public int read(byte[] into, long until, long deadline) throws IOException {
    socket.deadline(until);
    try {
      reader.await();
    } catch (SocketTimeoutException nothing) {
      return 0;
    }
    socket.deadline(deadline);
    return reader.body(into);
  }

  private void write(HttpCall call, long deadline) throws IOException {
    connect(deadline);
    byte[] body = call.body().orElse("").getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("%s %s HTTP/1.1\r\n".formatted(call.method(), call.path()));
    head.append("Host: %s\r\n".formatted(base.getRawAuthority()));
    head.append("Accept: application/json, */*\r\nUser-Agent: HaaS\r\n");
    call.headers().forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    if (call.body().isPresent()) {
      head.append("Content-Type: application/json\r\n");
    }
    if (!call.method().equals("GET")) {
      head.append("Content-Length: %d\r\n".formatted(body.length));
    }
    head.append("\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    connection.getOutputStream().write(all);
    connection.getOutputStream().flush();
  }

  private void connect(long deadline) throws IOException {
    if (connection != null) {
      socket.deadline(deadline);
      return;
    }
    socket = new DeadlineSocket(deadline);
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(new InetSocketAddress(at.host(), at.port()), socket.millisLeft());
      connection = secure ? Tls.over(socket, at, enrolled) : socket;
      reader = new HttpReader(connection.getInputStream());
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The fingerprint of the certificate that is shown now; empty without TLS. Logs in nowhere. */
  public Optional<String> certificate(long deadline) throws IOException {
    if (!secure) {
      return Optional.empty();
    }
    try (DeadlineSocket probe = new DeadlineSocket(deadline)) {
      probe.connect(new InetSocketAddress(at.host(), at.port()), probe.millisLeft());
      return Optional.of(Tls.shown(probe, at));
    }
  }

  private void disconnect() {
    Socket ending = connection;
    connection = null;
    try {
      if (ending != null) {
        ending.close();
      }
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }

  /** Ends the connection, from any thread; who reads gets an error at once. */
  @Override
  public void close() {
    closed = true;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }
}
