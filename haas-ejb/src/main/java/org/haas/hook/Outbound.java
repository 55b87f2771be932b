package org.haas.hook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * POSTs to where somebody else says, each over a connection of its own. It connects to the very
 * address that was looked at ({@link Reach}), follows no redirect, and reads nothing of the answer
 * but its status.
 */
public final class Outbound {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([2-5][0-9][0-9])\\b.*");
  private static final int LONGEST_LINE = 1000;

  private final Reach reach;
  private final Duration timeout;

  /**
   * Calls nobody yet.
   *
   * @param timeout the longest that a call may take, from the connection on
   */
  public Outbound(Reach reach, Duration timeout) {
    this.reach = reach;
    this.timeout = timeout;
  }

  /**
   * Sends JSON.
   *
   * @param headers names and values in printable ASCII
   * @return the status of HTTP
   * @throws IOException it could not be told, or did not answer HTTP in time
   */
  public int post(HookUrl url, Map<String, String> headers, String body) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(reach.of(url.host()), url.port()), left(deadline));
      socket.setSoTimeout(left(deadline));
      try (Socket used = url.isSecure() ? secured(socket, url) : socket) {
        used.getOutputStream().write(request(url, headers, body));
        used.getOutputStream().flush();
        return status(socket, used.getInputStream(), deadline);
      }
    }
  }

  private static int left(long deadline) throws SocketTimeoutException {
    long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (millis <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) millis;
  }

  /** Its certificate has to be good for the name in the URL. */
  private static SSLSocket secured(Socket socket, HookUrl url) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(socket, url.host(), url.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static byte[] request(HookUrl url, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("POST %s HTTP/1.1\r\n".formatted(url.path()));
    head.append("Host: %s\r\n".formatted(url.uri().getRawAuthority()));
    head.append("Content-Type: application/json\r\nConnection: close\r\nUser-Agent: HaaS\r\n");
    head.append("Content-Length: %d\r\n".formatted(content.length));
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    head.append("\r\n").append(body);
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int status(Socket socket, InputStream in, long deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < LONGEST_LINE) {
      socket.setSoTimeout(left(deadline));
      int next = in.read();
      if (next < 0 || next == '\n') {
        break;
      }
      line.write(next);
    }
    Matcher status = STATUS.matcher(line.toString(StandardCharsets.ISO_8859_1).strip());
    if (!status.matches()) {
      throw new IOException("it answered no HTTP");
    }
    return Integer.parseInt(status.group(1));
  }

  /** What a failure of {@link #post} says, as part of a sentence. */
  public static String words(IOException failed) {
    String why = failed.getMessage() == null ? "no connection" : failed.getMessage();
    String plain = why.replaceAll("[^\\x20-\\x7e]+", " ");
    return plain.substring(0, Math.min(plain.length(), 200));
  }
}
