package org.haas.launcher;

import java.net.URI;
import java.time.Duration;

/** Whether the application answers: its portal with a page or the login, its API with 401. */
final class Readiness {
  /** The first requests of a start may fail; an application that keeps failing is broken. */
  private static final Duration PATIENCE_WITH_ERRORS = Duration.ofMinutes(1);

  private final URI login;
  private final URI portal;
  private final URI api;
  private int portalStatus;
  private int apiStatus;
  private long worksUntil = System.nanoTime();

  Readiness(Settings settings) {
    this.login = settings.loginOr("").discovery();
    this.portal = settings.localUrl().resolve("/");
    this.api = settings.localUrl().resolve("/api/v1/nodes");
  }

  /** Asks the portal, and once that answers, the API. */
  boolean reached() {
    portalStatus = Http.status(portal);
    boolean portalAnswers = portalStatus >= 200 && portalStatus < 400;
    apiStatus = portalAnswers ? Http.status(api) : 0;
    boolean works = portalStatus < 500 && apiStatus < 500;
    if (works || Http.status(login) != 200) {
      worksUntil = System.nanoTime();
    }
    return portalAnswers && apiStatus == 401;
  }

  /**
   * Whether it has answered with errors of its own for so long that waiting is of no use. Without
   * the login service it cannot but answer so, which does not count.
   */
  boolean isHopeless() {
    return System.nanoTime() - worksUntil > PATIENCE_WITH_ERRORS.toNanos();
  }

  /** What it answered last. */
  @Override
  public String toString() {
    return "GET %s answers %d, GET %s %d".formatted(portal, portalStatus, api, apiStatus);
  }
}
