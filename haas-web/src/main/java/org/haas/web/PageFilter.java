package org.haas.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.web.login.Paths;

/**
 * Gives each page the one address that people see and mail: {@code /nodes}, {@code /nodes/node-03}.
 * The files behind them have no address.
 */
public class PageFilter extends HttpFilter {
  private static final Pattern PAGE =
      Pattern.compile("/(?:(nodes|networks)(?:/([a-zA-Z0-9._-]{1,63}))?|(signed-out))/?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.isEmpty() || path.equals("/")) {
      response.sendRedirect(Paths.START);
      return;
    }
    Matcher page = PAGE.matcher(path);
    if (page.matches()) {
      request.getRequestDispatcher(file(page)).forward(request, response);
      return;
    }
    if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }

  private static String file(Matcher page) {
    if (page.group(3) != null) {
      return "/signed-out.xhtml";
    }
    String list = page.group(1);
    return page.group(2) == null
        ? "/" + list + ".xhtml"
        : "/" + list.substring(0, list.length() - 1) + ".xhtml?name=" + page.group(2);
  }
}
