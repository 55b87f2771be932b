package org.haas.it.payara;

import java.util.Optional;
import org.haas.it.Running;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tells {@code arquillian.xml} where Payara's administration listens: HAAS_ADMIN_PORT, or as far
 * from its usual port as the portal is from its own, as {@code ./run} chooses it.
 */
public final class AdminPort implements LauncherSessionListener {
  private static final int USUAL = 4848;
  private static final int USUAL_PORTAL = 8080;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    System.getProperties().putIfAbsent("haas.admin.host", "localhost");
    System.getProperties().putIfAbsent("haas.admin.port", Integer.toString(port()));
  }

  private static int port() {
    return Optional.ofNullable(System.getenv("HAAS_ADMIN_PORT"))
        .map(Integer::parseInt)
        .orElseGet(() -> moved(USUAL + Running.url().getPort() - USUAL_PORTAL));
  }

  private static int moved(int port) {
    return port >= 1024 && port <= 65_535 ? port : USUAL;
  }
}
