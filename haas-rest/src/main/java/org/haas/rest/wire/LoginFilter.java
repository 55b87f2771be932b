package org.haas.rest.wire;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.access.PasswordLogin;
import org.haas.access.Tokens;
import org.haas.config.HaasConfig;
import org.haas.config.TrustedProxies;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * Refuses every request without a checked login, before its path is even looked up, and says who
 * calls. Looks at the header Authorization only, never at a cookie: another site's page cannot make
 * a browser send it.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class LoginFilter implements ContainerRequestFilter {
  /** What anybody may read: the description of the API and the page that shows it. */
  static final Set<String> OPEN =
      Set.of(
          "docs",
          "docs/",
          "docs/docs.js",
          "docs/swagger-ui.css",
          "docs/swagger-ui-bundle.js",
          "v1/openapi.json",
          "v1/openapi.yaml");

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject private Tokens tokens;
  @Inject private PasswordLogin passwords;
  @Inject private HaasConfig config;
  @Inject private CurrentCaller current;
  @Inject private RateLimits limits;
  @Inject private HttpServletRequest servlet;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @PostConstruct
  void readProxies() {
    proxies = config.proxies();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String address = address();
    if (isOpen(request)) {
      limits.anonymous(request, address);
      return;
    }
    Caller caller = counted(request, address);
    current.is(caller, address);
    limits.called(request, caller);
  }

  private Caller counted(ContainerRequestContext request, String address) {
    try {
      return login(request, address);
    } catch (HaasException refused) {
      if (refused.code() == ErrorCode.NOT_AUTHENTICATED) {
        limits.failed(request, address);
      }
      throw refused;
    }
  }

  private String address() {
    return proxies.client(
        servlet.getRemoteAddr(), Collections.list(servlet.getHeaders("X-Forwarded-For")));
  }

  private static boolean isOpen(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false);
    return OPEN.contains(path.startsWith("/") ? path.substring(1) : path)
        && READS.contains(request.getMethod());
  }

  private Caller login(ContainerRequestContext request, String address) {
    List<String> headers = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
    if (headers.size() != 1) {
      throw refused("Log in: send one header Authorization with a bearer token.");
    }
    Credentials credentials = Credentials.parse(headers.get(0));
    if (credentials instanceof Credentials.Bearer bearer) {
      Tokens.Login login = tokens.check(bearer.token());
      if (!READS.contains(request.getMethod())) {
        login.requireWriting();
      }
      current.until(login.until());
      return login.caller();
    }
    if (credentials instanceof Credentials.Basic basic && takesBasic(request)) {
      if (!passwords.remembers(basic.username(), basic.password())) {
        limits.requireTry(request, address);
      }
      return passwords
          .check(basic.username(), basic.password())
          .orElseThrow(() -> refused("The name or the password is not right."));
    }
    throw refused("This path takes a bearer token in the header Authorization.");
  }

  private boolean takesBasic(ContainerRequestContext request) {
    return ApiVersion.of(request.getUriInfo()) == ApiVersion.V0 && config.v0Basic();
  }

  private static HaasException refused(String sentence) {
    return new HaasException(ErrorCode.NOT_AUTHENTICATED, sentence);
  }
}
