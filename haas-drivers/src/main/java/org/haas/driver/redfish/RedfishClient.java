package org.haas.driver.redfish;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.HttpPeer;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * Requests to one controller: logs in when needed, waits while it starts, and follows redirects to
 * itself only.
 */
final class RedfishClient implements AutoCloseable {
  private static final String ROOT = "/redfish/v1/";
  private static final int MOST_REDIRECTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LOGOUT_TIME = Duration.ofSeconds(2);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
  private static final Set<Integer> NOT_NOW = Set.of(429, 503);

  private final BmcEndpoint endpoint;
  private final HttpPeer peer;
  private Optional<RedfishLogin> login = Optional.empty();
  private Optional<Object> root = Optional.empty();
  private boolean gone;

  RedfishClient(BmcEndpoint endpoint, HttpPeer peer) {
    this.endpoint = endpoint;
    this.peer = peer;
  }

  BmcEndpoint endpoint() {
    return endpoint;
  }

  String host() {
    return peer.at().host();
  }

  /** When a command that begins now has to be over, in {@link System#nanoTime} terms. */
  long deadline() {
    return System.nanoTime() + endpoint.timeout().toNanos();
  }

  /** The service's root, which needs no login. */
  Object root(long deadline) {
    if (root.isEmpty()) {
      root = Optional.of(json(done(patiently(HttpCall.get(ROOT), deadline))));
    }
    return root.get();
  }

  /** A resource that a link leads to. */
  Object get(String path, long deadline) {
    return json(answer(HttpCall.get(path), deadline));
  }

  /**
   * The answer of a request that was done, or has begun (202).
   *
   * @throws DriverException UNREACHABLE, REFUSED with the controller's words, HOST_KEY_CHANGED,
   *     DEADLINE
   */
  HttpAnswer answer(HttpCall call, long deadline) {
    return done(any(call, deadline));
  }

  /** The same, whatever the answer, but for a login that is refused. */
  HttpAnswer any(HttpCall call, long deadline) {
    HttpAnswer answer = patiently(loggedIn(deadline).signed(call), deadline);
    if (answer.status() == 401 && loggedIn(deadline).isSession()) {
      login = Optional.empty();
      answer = patiently(loggedIn(deadline).signed(call), deadline);
    }
    if (answer.status() == 401) {
      throw RedfishFailures.login(endpoint);
    }
    return answer;
  }

  private RedfishLogin loggedIn(long deadline) {
    if (login.isEmpty()) {
      String sessions =
          ObjectPath.text(root(deadline), "Links", "Sessions", "@odata.id")
              .flatMap(peer::path)
              .orElse(ROOT + "SessionService/Sessions");
      HttpAnswer answer = patiently(RedfishLogin.request(endpoint, sessions), deadline);
      login = Optional.of(RedfishLogin.of(endpoint, peer, answer));
    }
    return login.get();
  }

  /** Asks again while the controller is starting or has too much to do. */
  private HttpAnswer patiently(HttpCall call, long deadline) {
    HttpCall wanted = call;
    int redirects = 0;
    Optional<HttpAnswer> notNow = Optional.empty();
    while (true) {
      HttpAnswer answer = sendAfter(notNow, wanted, deadline);
      if (REDIRECTS.contains(answer.status()) && redirects++ < MOST_REDIRECTS) {
        wanted = wanted.to(redirected(answer));
      } else if (NOT_NOW.contains(answer.status())) {
        notNow = Optional.of(answer);
        pause(answer, deadline);
      } else {
        return answer;
      }
    }
  }

  /** Where the time ends within a request, what was said before it tells more. */
  private HttpAnswer sendAfter(Optional<HttpAnswer> notNow, HttpCall call, long deadline) {
    try {
      return send(call, deadline);
    } catch (DriverException late) {
      throw notNow
          .filter(said -> System.nanoTime() - deadline >= 0)
          .map(this::notReady)
          .orElse(late);
    }
  }

  private DriverException notReady(HttpAnswer answer) {
    return new DriverException(
        Kind.UNREACHABLE,
        "%s is not ready, perhaps it is starting: %s."
            .formatted(endpoint.described(), RedfishFailures.words(answer)));
  }

  private String redirected(HttpAnswer answer) {
    String target = answer.header("location").orElse("nowhere");
    return peer.path(target)
        .orElseThrow(
            () ->
                RedfishFailures.refused(
                    endpoint,
                    "sends its callers to %s, and HaaS gives its password to no other host"
                        .formatted(target)));
  }

  private void pause(HttpAnswer answer, long deadline) {
    long millis =
        answer
            .header("retry-after")
            .filter(text -> text.matches("[0-9]{1,4}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)).toMillis())
            .filter(asked -> asked > 0)
            .orElse(PAUSE.toMillis());
    if (System.nanoTime() + Duration.ofMillis(millis).toNanos() - deadline >= 0) {
      throw notReady(answer);
    }
    sleep(millis);
  }

  /** Between two questions about something that takes its time. */
  void pause() {
    sleep(PAUSE.toMillis());
  }

  private void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new DriverException(
          Kind.UNREACHABLE,
          endpoint.described() + " was left, as the server is stopping.",
          stopping);
    }
  }

  private HttpAnswer send(HttpCall call, long deadline) {
    if (!endpoint.mayProceed().getAsBoolean()) {
      throw new DriverException(
          Kind.DEADLINE,
          endpoint.described() + " was left alone: the claim on it ran out before the request.");
    }
    try {
      return peer.send(call, deadline);
    } catch (IOException failed) {
      gone = true;
      throw RedfishFailures.unreachable(endpoint, failed);
    }
  }

  private HttpAnswer done(HttpAnswer answer) {
    if (!answer.isDone()) {
      throw RedfishFailures.refused(endpoint, "refused: " + RedfishFailures.words(answer));
    }
    return answer;
  }

  Object json(HttpAnswer answer) {
    try {
      return answer.json();
    } catch (IOException nonsense) {
      throw RedfishFailures.unreachable(endpoint, nonsense);
    }
  }

  /** The path of a link of the controller's. */
  String path(Object resource, Object... steps) {
    return ObjectPath.text(resource, steps)
        .flatMap(peer::path)
        .orElseThrow(
            () ->
                RedfishFailures.refused(
                    endpoint, "names no %s".formatted(steps[0].toString().replace("#", ""))));
  }

  Optional<String> path(String link) {
    return peer.path(link);
  }

  boolean isLate(long deadline) {
    return System.nanoTime() - deadline >= 0;
  }

  /** Logs out, as a controller has few sessions; not where nobody answered just now. */
  @Override
  public void close() {
    Optional<HttpCall> logout = login.flatMap(RedfishLogin::logout);
    try (peer) {
      if (logout.isPresent() && !gone) {
        peer.send(logout.get(), System.nanoTime() + LOGOUT_TIME.toNanos());
      }
    } catch (SocketTimeoutException late) {
      // It ends the session some time by itself.
    } catch (IOException gone) {
      // As above.
    }
  }
}
