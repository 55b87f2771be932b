package org.haas.once;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the turn of each request, as {@code Callers} its caller. */
@ApplicationScoped
class Claims {
  @Produces
  @RequestScoped
  static CurrentClaim none() {
    return new CurrentClaim();
  }
}
