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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.console.ScreenDoor;
import org.haas.console.ScreenPass;
import org.haas.error.HaasException;
import org.haas.rest.wire.HandshakeLogin;
import org.haas.spi.Label;

/**
 * Checks who opens the WebSocket of a screen before it is one: a ticket, and a page of ours. No
 * cookie counts.
 */
@WebFilter(urlPatterns = "/v1/headnodes/*", asyncSupported = true)
public class ScreenHandshake extends HttpFilter {
  private static final Pattern SOCKET = Pattern.compile("/v1/headnodes/([^/]+)/screen/ws/?");
  private static final String TICKET = "haas.ticket.";
  private static final String TOKEN = "haas.bearer.";

  @Inject private HandshakeLogin login;
  @Inject private CurrentCaller current;
  @Inject private ScreenDoor door;

  /** Who was let in, and to which screen. */
  record Guest(ScreenPass pass) implements Principal {
    @Override
    public String getName() {
      return pass.caller().username();
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String info = request.getPathInfo();
    Matcher path = SOCKET.matcher(request.getServletPath() + (info == null ? "" : info));
    if (request.getHeader("Upgrade") == null || !path.matches()) {
      chain.doFilter(request, response);
      return;
    }
    Guest guest;
    try {
      guest = new Guest(door.admit(knock(path.group(1), request)));
    } catch (RuntimeException refused) {
      login.refuse(request, response, refused);
      return;
    }
    chain.doFilter(as(guest, request), response);
  }

  private ScreenDoor.Knock knock(String name, HttpServletRequest request) {
    return new ScreenDoor.Knock(
        label(name),
        Optional.ofNullable(request.getHeader("Origin")),
        subprotocols(request)
            .filter(sent -> sent.startsWith(TICKET))
            .map(sent -> sent.substring(TICKET.length()))
            .toList(),
        beside(request));
  }

  private static Label label(String name) {
    try {
      return new Label(name);
    } catch (IllegalArgumentException never) {
      throw HaasException.notFound("headnode", "of that name");
    }
  }

  /** Whoever also logs in has to be who asked for the ticket. */
  private Optional<Caller> beside(HttpServletRequest request) {
    if (request.getHeader("Authorization") == null
        && subprotocols(request).noneMatch(sent -> sent.startsWith(TOKEN))) {
      return Optional.empty();
    }
    login.check(request);
    return current.get();
  }

  private static Stream<String> subprotocols(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Sec-WebSocket-Protocol"));
    return headers.stream().flatMap(header -> Stream.of(header.split(","))).map(String::trim);
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
