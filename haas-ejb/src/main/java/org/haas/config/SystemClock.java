package org.haas.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock for times that people see. Claims and deadlines of queues use the database's. */
@ApplicationScoped
public class SystemClock {
  /** Universal time. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
