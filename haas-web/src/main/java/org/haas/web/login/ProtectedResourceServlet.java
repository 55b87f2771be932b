package org.haas.web.login;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haas.config.HaasConfig;

/**
 * Tells programs, without a login, where the API is and whose tokens it takes (RFC 9728): the
 * command line needs no other address than the portal's.
 */
@WebServlet("/.well-known/oauth-protected-resource")
public class ProtectedResourceServlet extends HttpServlet {
  @Inject private HaasConfig config;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            JSON.createObjectBuilder()
                .add("resource", config.publicUrl() + "/api")
                .add(
                    "authorization_servers",
                    JSON.createArrayBuilder().add(config.oidcIssuer().toString()))
                .add("bearer_methods_supported", JSON.createArrayBuilder().add("header"))
                .build()
                .toString());
  }
}
