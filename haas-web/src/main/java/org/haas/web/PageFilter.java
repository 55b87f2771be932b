package org.haas.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.web.live.Viewers;

/**
 * Gives each page the one address that people see and mail: {@code /nodes}, {@code /nodes/node-03}.
 * The files behind them have no address.
 */
public class PageFilter extends HttpFilter {
  private static final String OVERVIEW = "/overview.xhtml";

  private static final Pattern OBJECT =
      Pattern.compile("/(node|network|headnode|project|change)s/([a-zA-Z0-9._-]{1,63})/?");
  private static final Pattern OF_INVENTORY =
      Pattern.compile("/admin/inventory/(switch|node|hypervisor)(?:e?s)/([a-zA-Z0-9._-]{1,63})/?");
  private static final Pattern PAGE =
      Pattern.compile(
          "/(nodes|networks|headnodes|projects|changes|topology|activity|search|tokens|signed-out"
              + "|admin/(?:inventory|inventory/nodes|inventory/hypervisors|inventory/import|health|maintenance|audit))/?");

  @Inject private Viewers viewers;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    Optional<String> file = file(path);
    if (file.isPresent()) {
      request.setAttribute("heard", viewers.heard());
      request.getRequestDispatcher(file.get()).forward(request, response);
      return;
    }
    if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }

  /** The file behind an address, if it is a page's. */
  static Optional<String> file(String path) {
    if (path.isEmpty() || path.equals("/")) {
      return Optional.of(OVERVIEW);
    }
    Matcher object = OBJECT.matcher(path);
    if (object.matches()) {
      return Optional.of("/%s.xhtml?name=%s".formatted(object.group(1), object.group(2)));
    }
    Matcher part = OF_INVENTORY.matcher(path);
    if (part.matches()) {
      return Optional.of("/inventory-%s.xhtml?name=%s".formatted(part.group(1), part.group(2)));
    }
    Matcher page = PAGE.matcher(path);
    return page.matches()
        ? Optional.of("/" + page.group(1).replaceFirst("^admin/", "").replace('/', '-') + ".xhtml")
        : Optional.empty();
  }
}
