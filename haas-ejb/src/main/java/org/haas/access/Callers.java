package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Makes the caller of each request. A producer, because the container looks for its own resources
 * in every bean that it makes itself, which takes longer than most requests' whole work here.
 */
@ApplicationScoped
class Callers {
  @Produces
  @RequestScoped
  static CurrentCaller nobody() {
    return new CurrentCaller();
  }
}
