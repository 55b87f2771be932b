package org.haas.web.login;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.config.HaasConfig;
import org.haas.config.TrustedProxies;

/**
 * Tells the boundaries who calls, on every request of somebody who has logged in. {@code /live} is
 * no page to log in for, nor is a console: without a login it answers 401, so that a page left open
 * over night does not begin logins in the background, and 204 to who only asks whether he still is
 * logged in.
 */
public class CallerFilter extends HttpFilter {
  private static final String LIVE = "/live";
  private static final List<String> CONSOLES = List.of("/console/", "/headnode-console/");

  @Inject private CurrentCaller current;
  @Inject private OpenIdContext openId;
  @Inject private HaasConfig config;

  private TrustedProxies proxies = TrustedProxies.NONE;

  @Override
  public void init() {
    proxies = config.proxies();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean live = LIVE.equals(request.getServletPath());
    boolean console = CONSOLES.stream().anyMatch(path(request)::startsWith);
    if (request.getUserPrincipal() == null) {
      if (live || console) {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      } else {
        chain.doFilter(request, response);
      }
      return;
    }
    Caller caller = caller(request);
    current.is(caller, address(request));
    if (live && request.getHeader("Upgrade") == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    chain.doFilter(live || console ? connection(request, caller) : request, response);
  }

  private static String path(HttpServletRequest request) {
    String more = request.getPathInfo();
    return request.getServletPath() + (more == null ? "" : more);
  }

  private String address(HttpServletRequest request) {
    return proxies.client(
        request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }

  private static HttpServletRequest connection(HttpServletRequest request, Caller caller) {
    Principal signedIn = new SignedIn(caller, request.getSession().getId());
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return signedIn;
      }
    };
  }

  private Caller caller(HttpServletRequest request) {
    return new Caller(
        config.oidcIssuer().toString(),
        openId.getSubject(),
        request.getUserPrincipal().getName(),
        request.isUserInRole(PortalLogin.ADMIN));
  }
}
