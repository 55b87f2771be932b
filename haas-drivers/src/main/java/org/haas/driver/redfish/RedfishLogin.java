package org.haas.driver.redfish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.HttpPeer;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcEndpoint;

/** A login: a session where the controller has them, else name and password with each request. */
final class RedfishLogin {
  private static final String TOKEN = "X-Auth-Token";
  private static final Set<Integer> NO_SESSIONS = Set.of(404, 405, 501);
  private static final Set<Integer> WRONG = Set.of(400, 401, 403);

  private final String header;
  private final String value;
  private final Optional<String> session;

  private RedfishLogin(String header, String value, Optional<String> session) {
    this.header = header;
    this.value = value;
    this.session = session;
  }

  /**
   * Logs in.
   *
   * @param answer to the attempt to make a session at {@link #request}
   * @throws org.haas.spi.DriverException REFUSED wrong name or password
   */
  static RedfishLogin of(BmcEndpoint endpoint, HttpPeer peer, HttpAnswer answer) {
    Optional<String> token = answer.header("x-auth-token");
    if (answer.isDone() && token.isPresent()) {
      return new RedfishLogin(TOKEN, token.get(), session(peer, answer));
    }
    boolean full = RedfishFailures.words(answer).toLowerCase(Locale.ROOT).contains("session limit");
    if (WRONG.contains(answer.status()) && !full) {
      throw RedfishFailures.login(endpoint);
    }
    if (!NO_SESSIONS.contains(answer.status()) && !answer.isDone() && !full) {
      throw RedfishFailures.refused(endpoint, "gave no session: " + RedfishFailures.words(answer));
    }
    String both = endpoint.username() + ":" + endpoint.secret().reveal();
    byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
    return new RedfishLogin(
        "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes), Optional.empty());
  }

  private static Optional<String> session(HttpPeer peer, HttpAnswer answer) {
    return answer
        .header("location")
        .or(() -> ObjectPath.text(body(answer), "@odata.id"))
        .flatMap(peer::path);
  }

  private static Object body(HttpAnswer answer) {
    try {
      return answer.json();
    } catch (IOException noJson) {
      return Map.of();
    }
  }

  static HttpCall request(BmcEndpoint endpoint, String sessions) {
    return HttpCall.of(
        "POST",
        sessions,
        Map.of("UserName", endpoint.username(), "Password", endpoint.secret().reveal()));
  }

  HttpCall signed(HttpCall call) {
    return call.with(header, value);
  }

  /** Whether a 401 may mean that the session is over, and not that the password is wrong. */
  boolean isSession() {
    return header.equals(TOKEN);
  }

  /** What logs out, when something has to. */
  Optional<HttpCall> logout() {
    return session.map(path -> signed(HttpCall.of("DELETE", path)));
  }
}
