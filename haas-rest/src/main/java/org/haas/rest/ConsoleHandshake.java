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
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.console.ConsoleTicket;
import org.haas.console.Consoles;
import org.haas.console.HeadnodeConsoles;
import org.haas.console.Visit;
import org.haas.error.HaasException;
import org.haas.rest.wire.HandshakeLogin;
import org.haas.spi.Label;

/**
 * Checks who opens the WebSocket of a console before it is one: a refusal is an ordinary answer of
 * the API.
 */
@WebFilter(
    urlPatterns = {"/v1/nodes/*", "/v1/headnodes/*"},
    asyncSupported = true)
public class ConsoleHandshake extends HttpFilter {
  private static final Pattern SOCKET =
      Pattern.compile("/v1/(nodes|headnodes)/([^/]+)/console/ws/?");
  private static final Duration LONGEST = Duration.ofDays(1);

  @Inject private HandshakeLogin login;
  @Inject private Consoles consoles;
  @Inject private HeadnodeConsoles headnodes;
  @Inject private ConsoleDoor door;

  /** Who was let in, and to which console. */
  record Guest(ConsoleTicket ticket, Visit visit) implements Principal {
    @Override
    public String getName() {
      return visit.caller().username();
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Matcher> socket = socket(request);
    if (socket.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Guest guest;
    try {
      login.check(request);
      guest = new Guest(open(socket.get()), door.visit(true, LONGEST));
    } catch (RuntimeException refused) {
      login.refuse(request, response, refused);
      return;
    }
    chain.doFilter(as(guest, request), response);
  }

  private ConsoleTicket open(Matcher path) {
    boolean node = path.group(1).equals("nodes");
    try {
      Label name = new Label(path.group(2));
      return node ? consoles.open(name) : headnodes.open(name);
    } catch (IllegalArgumentException never) {
      throw HaasException.notFound(node ? "node" : "headnode", "of that name");
    }
  }

  /** The path, if a WebSocket of a console is asked for. */
  private static Optional<Matcher> socket(HttpServletRequest request) {
    return request.getHeader("Upgrade") == null
        ? Optional.empty()
        : Optional.of(SOCKET.matcher(path(request))).filter(Matcher::matches);
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  private static HttpServletRequest as(Principal guest, HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return guest;
      }
    };
  }
}
