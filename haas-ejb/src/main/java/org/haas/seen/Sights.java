package org.haas.seen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** Makes what is seen of each request, as {@code Callers} its caller. */
@ApplicationScoped
class Sights {
  @Produces
  @RequestScoped
  static AsSeen nothing() {
    return new AsSeen();
  }
}
