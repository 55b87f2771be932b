package org.haas.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haas.config.HaasConfig;

/** Ends the session here and at the provider. Only by our own form: a link logs nobody out. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
  @Inject private HaasConfig config;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!Origin.isOwn(request, config.publicUrl())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    if (!response.isCommitted()) {
      response.sendRedirect(Paths.SIGNED_OUT);
    }
  }
}
