package org.haas.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.haas.config.HaasConfig;

/** Remembers in the browser which project a person works for. Says nothing about his rights. */
@WebServlet("/project")
public class ProjectServlet extends HttpServlet {
  /** The cookie's name. */
  public static final String COOKIE = "haas-project";

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");

  @Inject private HaasConfig config;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String project = request.getParameter("name");
    if (!Origin.isOwn(request, config.publicUrl())
        || project == null
        || !LABEL.matcher(project).matches()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Cookie cookie = new Cookie(COOKIE, project);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure("https".equals(config.publicUrl().getScheme()));
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    response.sendRedirect(Paths.ownPage(request.getParameter("to"), config.publicUrl()));
  }
}
