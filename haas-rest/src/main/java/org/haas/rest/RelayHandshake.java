package org.haas.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.haas.console.RelayDoor;
import org.haas.rest.wire.HandshakeLogin;

/**
 * Checks that another instance opens the WebSocket of a console here, before it is one. No login of
 * a person opens it.
 */
@WebFilter(urlPatterns = "/relay/*", asyncSupported = true)
public class RelayHandshake extends HttpFilter {
  @Inject private RelayDoor relays;
  @Inject private HandshakeLogin login;

  /** An instance that was let in, for a viewer. */
  record Instance(RelayDoor.Admission admission) implements Principal {
    @Override
    public String getName() {
      return admission.name();
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Instance instance;
    try {
      String sent = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
      instance = new Instance(relays.admit(sent));
    } catch (RuntimeException refused) {
      login.refuse(request, response, refused);
      return;
    }
    chain.doFilter(as(instance, request), response);
  }

  private static HttpServletRequest as(Principal instance, HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return instance;
      }
    };
  }
}
