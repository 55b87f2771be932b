package org.haas.rest.wire;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Keeps the portal's login out of this WAR. The container registers the OpenID mechanism of
 * haas-web for every WAR of the EAR, before it calls listeners; here it is taken off again. The
 * login of the API is {@link LoginFilter}'s alone, and the container looks at no request twice.
 */
@WebListener
public class NoContainerLogin implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    AuthConfigFactory.getFactory().removeServerAuthModule(event.getServletContext());
  }
}
