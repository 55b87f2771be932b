package org.haas.web.live;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.haas.console.SocketEnd;

/** Says how long WebSockets may be silent, before there are any. */
@WebListener
public class SocketStart implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    SocketEnd.prepare(event.getServletContext());
  }
}
