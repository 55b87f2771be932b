package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.haas.operation.Lookout;

/**
 * Tells under {@code /health} whether HaaS only observes. It is up even then: somebody has to be
 * able to accept the drift report.
 */
@Readiness
@ApplicationScoped
public class ObservingCheck implements HealthCheck {
  @Inject private Lookout lookout;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("switches-are-written")
        .withData("observing", lookout.isObserving())
        .up()
        .build();
  }
}
