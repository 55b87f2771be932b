package org.haas.rest.wire;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.haas.access.CurrentCaller;
import org.haas.access.Tokens;
import org.haas.config.HaasConfig;
import org.haas.config.TrustedProxies;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * The login of a WebSocket: a bearer token in the header Authorization, or, for a page of a
 * browser, which cannot send one, as the subprotocol {@code haas.bearer.<token>}. A cookie counts
 * for nothing, so another site's page gets nowhere.
 */
@ApplicationScoped
public class HandshakeLogin {
  private static final String AS_SUBPROTOCOL = "haas.bearer.";

  @Inject private Tokens tokens;
  @Inject private HaasConfig config;
  @Inject private CurrentCaller current;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @PostConstruct
  void readProxies() {
    proxies = config.proxies();
  }

  /**
   * Says who calls. A WebSocket types, so a token that only reads is refused.
   *
   * @throws HaasException NOT_AUTHENTICATED, FORBIDDEN, UNAVAILABLE
   */
  public void check(HttpServletRequest request) {
    Tokens.Login login = tokens.check(token(request));
    current.is(
        login.caller(),
        proxies.client(
            request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For"))));
    login.requireWriting();
    current.until(login.until());
  }

  private static String token(HttpServletRequest request) {
    Stream<String> headers =
        Collections.list(request.getHeaders("Authorization")).stream()
            .map(Credentials::parse)
            .filter(Credentials.Bearer.class::isInstance)
            .map(credentials -> ((Credentials.Bearer) credentials).token());
    Stream<String> subprotocols =
        Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .map(String::trim)
            .filter(name -> name.startsWith(AS_SUBPROTOCOL))
            .map(name -> name.substring(AS_SUBPROTOCOL.length()));
    List<String> found = Stream.concat(headers, subprotocols).toList();
    if (found.size() != 1) {
      throw new HaasException(
          ErrorCode.NOT_AUTHENTICATED,
          "Log in: send one bearer token, in the header Authorization or as the subprotocol"
              + " haas.bearer.<token>.");
    }
    return found.get(0);
  }

  /** Answers as the rest of the API does. */
  public void refuse(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Problem problem = Problem.of(failure);
    response.setStatus(problem.status());
    response.setContentType(ProblemMapper.PROBLEM_JSON);
    SafeHeaders.VALUES.forEach(response::setHeader);
    if (problem.status() == ErrorCode.NOT_AUTHENTICATED.status()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"haas\"");
    }
    response.getWriter().write(problem.problem(request.getRequestURI()).toString());
  }
}
