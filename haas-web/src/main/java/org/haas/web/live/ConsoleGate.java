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
import org.haas.console.HeadnodeConsoles;
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
  private static final Pattern PATH = Pattern.compile("/(headnode-)?console/([^/]+)(/log)?");

  @Inject private Consoles nodes;
  @Inject private HeadnodeConsoles headnodes;
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
      if (path.group(3) != null) {
        log(path, response);
        return;
      }
      if (request.getHeader("Upgrade") == null) {
        check(path);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
      ticket = isHeadnode(path) ? headnodes.open(label(path)) : nodes.open(label(path));
    } catch (RuntimeException refused) {
      refuse(response, refused);
      return;
    }
    chain.doFilter(as(new ConsoleVisitor(ticket, visit(visitor), visitor), request), response);
  }

  private static boolean isHeadnode(Matcher path) {
    return path.group(1) != null;
  }

  private static Label label(Matcher path) {
    try {
      return new Label(path.group(2));
    } catch (IllegalArgumentException never) {
      throw HaasException.notFound(isHeadnode(path) ? "headnode" : "node", "of that name");
    }
  }

  private void check(Matcher path) {
    if (isHeadnode(path)) {
      headnodes.check(label(path));
    } else {
      nodes.check(label(path));
    }
  }

  private static Visit visit(SignedIn visitor) {
    return new Visit(visitor.caller(), true, Optional.empty());
  }

  private void log(Matcher path, HttpServletResponse response) throws IOException {
    Label name = label(path);
    ConsoleTicket ticket = isHeadnode(path) ? headnodes.log(name) : nodes.log(name);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s.log\"".formatted(name));
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
