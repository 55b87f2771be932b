package org.haas.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.console.ConsoleHubs;
import org.haas.console.ConsoleTicket;
import org.haas.console.Consoles;
import org.haas.console.Visit;
import org.haas.error.ErrorView;
import org.haas.error.Errors;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.web.login.SignedIn;

/**
 * Who may use a console: asked before its WebSocket is one, by the page that wants to know why it
 * was refused, and for the recording.
 */
public class ConsoleGate extends HttpFilter {
  private static final Pattern PATH = Pattern.compile("/console/([^/]+)(/log)?");

  @Inject private Consoles consoles;
  @Inject private ConsoleHubs hubs;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String more = request.getPathInfo();
    Matcher path = PATH.matcher(request.getServletPath() + (more == null ? "" : more));
    if (!path.matches() || !(request.getUserPrincipal() instanceof SignedIn visitor)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ConsoleTicket ticket;
    try {
      Label node = label(path.group(1));
      if (path.group(2) != null) {
        log(node, response);
        return;
      }
      if (request.getHeader("Upgrade") == null) {
        consoles.check(node);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
      ticket = consoles.open(node);
    } catch (RuntimeException refused) {
      refuse(response, refused);
      return;
    }
    chain.doFilter(as(new ConsoleVisitor(ticket, visit(visitor), visitor), request), response);
  }

  private static Label label(String name) {
    try {
      return new Label(name);
    } catch (IllegalArgumentException never) {
      throw HaasException.notFound("node", "of that name");
    }
  }

  private static Visit visit(SignedIn visitor) {
    return new Visit(visitor.caller(), true, Optional.empty());
  }

  private void log(Label node, HttpServletResponse response) throws IOException {
    ConsoleTicket ticket = consoles.log(node);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s.log\"".formatted(node));
    try (InputStream recording = hubs.recording(ticket)) {
      recording.transferTo(response.getOutputStream());
    }
  }

  private static void refuse(HttpServletResponse response, RuntimeException refused)
      throws IOException {
    ErrorView view = Errors.view(refused);
    response.setStatus(view.code().status());
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(view.message());
  }

  private static HttpServletRequest as(Principal visitor, HttpServletRequest request) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return visitor;
      }
    };
  }
}
