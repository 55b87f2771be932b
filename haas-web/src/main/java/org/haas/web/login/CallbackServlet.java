package org.haas.web.login;

import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.haas.config.HaasConfig;

/**
 * Where the login ends: {@link OpenIdAuthenticationMechanismDefinition} has checked the answer of
 * the provider by now. Goes on to the page that was asked for, under a new session id.
 */
@WebServlet("/callback")
public class CallbackServlet extends HttpServlet {
  @Inject private HaasConfig config;
  @Inject private OpenIdContext openId;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() == null) {
      response.sendRedirect(Paths.START);
      return;
    }
    String wanted =
        openId
            .<String>getStoredValue(request, response, OpenIdConstant.ORIGINAL_REQUEST)
            .orElse(Paths.START);
    request.changeSessionId();
    response.sendRedirect(Paths.ownPage(wanted, config.publicUrl()));
  }
}
