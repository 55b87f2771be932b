package org.haas.driver.obmd;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.haas.driver.wire.CertificateRefused;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.HttpPeer;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/** Requests about one node to OBMd. One user of the node's token, until it is closed. */
final class ObmdClient implements AutoCloseable {
  private static final Duration LOGOUT_TIME = Duration.ofSeconds(2);
  private static final String ADMIN = "admin";

  /** A daemon that hung answers what was asked of it meanwhile, and each such token ends ours. */
  private static final int RENEWALS = 8;

  private final BmcEndpoint endpoint;
  private final ObmdToken token;
  private final String base;
  private final HttpPeer peer;
  private boolean gone;

  ObmdClient(BmcEndpoint endpoint, ObmdToken token) {
    this.endpoint = endpoint;
    this.token = token;
    this.base = HttpPeer.checked(endpoint.address()).getRawPath().replaceFirst("/+$", "");
    this.peer = new HttpPeer(endpoint.address(), endpoint.certificate());
    token.enter();
  }

  /** The same node over a connection of its own. */
  ObmdClient another() {
    return new ObmdClient(endpoint, token);
  }

  BmcEndpoint endpoint() {
    return endpoint;
  }

  HttpPeer peer() {
    return peer;
  }

  long deadline() {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  /** Asks with the node's token, and again with a new one if somebody else made a new one. */
  HttpAnswer answer(HttpCall call) {
    return answer(call, this::send);
  }

  /** The same, but the answer's body goes on and on. */
  HttpAnswer stream(HttpCall call) {
    return answer(
        call,
        (signed, deadline) -> {
          try {
            return peer.open(signed, deadline);
          } catch (IOException failed) {
            throw unreachable(endpoint, failed);
          }
        });
  }

  private interface Sender {
    HttpAnswer send(HttpCall call, long deadline);
  }

  private HttpAnswer answer(HttpCall call, Sender sender) {
    long deadline = deadline();
    String used = token.get(() -> made(deadline));
    requireClaim();
    HttpAnswer answer = sender.send(signed(call, used), deadline);
    for (int again = 0; answer.status() == 401 && again < RENEWALS; again++) {
      token.forget(used);
      used = token.get(() -> made(deadline));
      answer = sender.send(signed(call, used), deadline);
    }
    if (!answer.isDone()) {
      throw refused("answered with HTTP status " + answer.status());
    }
    return answer;
  }

  private HttpCall signed(HttpCall call, String with) {
    String query = "?token=" + URLEncoder.encode(with, StandardCharsets.UTF_8);
    return call.to(base + call.path() + query);
  }

  private String made(long deadline) {
    requireClaim();
    HttpAnswer answer = send(asAdmin("POST"), deadline);
    if (answer.status() == 401) {
      throw refused("is behind an OBMd that refused the admin token: check it");
    }
    if (answer.status() == 404) {
      throw refused("is not known to OBMd: check the end of its address");
    }
    try {
      return ObjectPath.text(answer.json(), "token")
          .filter(text -> answer.isDone() && !text.isEmpty())
          .orElseThrow(() -> refused("got no token from OBMd: HTTP status " + answer.status()));
    } catch (IOException nonsense) {
      throw unreachable(endpoint, nonsense);
    }
  }

  private HttpCall asAdmin(String method) {
    String user = endpoint.username().isEmpty() ? ADMIN : endpoint.username();
    byte[] both = (user + ":" + endpoint.secret().reveal()).getBytes(StandardCharsets.UTF_8);
    return HttpCall.of(method, base + "/token")
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  private HttpAnswer send(HttpCall call, long deadline) {
    try {
      return peer.send(call, deadline);
    } catch (IOException failed) {
      gone = true;
      throw unreachable(endpoint, failed);
    }
  }

  private void requireClaim() {
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the request.");
    }
  }

  DriverException refused(String what) {
    return new DriverException(
        Kind.REFUSED, "%s %s.".formatted(endpoint.described(), DriverException.words(what)));
  }

  static DriverException unreachable(BmcEndpoint endpoint, IOException failed) {
    if (failed instanceof CertificateRefused) {
      return new DriverException(
          Kind.HOST_KEY_CHANGED,
          endpoint.described()
              + " is behind an OBMd whose TLS certificate is neither valid nor the enrolled one;"
              + " nothing was sent.",
          failed);
    }
    String why =
        failed instanceof SocketTimeoutException
            ? "did not answer within %d ms".formatted(endpoint.timeout().toMillis())
            : "cannot be reached by OBMd: " + DriverException.words("" + failed.getMessage());
    return new DriverException(
        Kind.UNREACHABLE, "%s %s.".formatted(endpoint.described(), why), failed);
  }

  /** The last one at this node ends its token. */
  @Override
  public void close() {
    peer.close();
    if (token.leave().isEmpty() || gone) {
      return;
    }
    try (HttpPeer fresh = new HttpPeer(endpoint.address(), endpoint.certificate())) {
      fresh.send(asAdmin("DELETE"), System.nanoTime() + LOGOUT_TIME.toNanos());
    } catch (IOException lost) {
      // The next token ends this one.
    }
  }
}
