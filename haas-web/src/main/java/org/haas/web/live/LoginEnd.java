package org.haas.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Closes the pages and consoles of a login that ended. */
@WebListener
public class LoginEnd implements HttpSessionListener {
  @Inject private Viewers viewers;
  @Inject private ConsoleVisitors consoles;

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    viewers.endOf(event.getSession().getId());
    consoles.endOf(event.getSession().getId());
  }
}
