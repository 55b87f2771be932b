package org.haas.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.haas.config.HaasConfig;

/** How the browser keeps the session: out of reach of scripts and of other sites' forms. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject private HaasConfig config;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setName("haas-portal");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure("https".equals(config.publicUrl().getScheme()));
    cookie.setAttribute("SameSite", "Lax");
  }
}
