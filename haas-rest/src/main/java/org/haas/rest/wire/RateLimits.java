package org.haas.rest.wire;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.haas.access.Caller;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * How much each caller may ask of this instance, and how often an address may fail to log in. What
 * comes of it is told with the answer, by {@link RateFields}.
 */
@ApplicationScoped
public class RateLimits {
  /** Under which a request carries what its caller has left. */
  static final String TOLD = RateLimits.class.getName();

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration WINDOW_OF_FAILURES = Duration.ofMinutes(1);

  @Inject private HaasConfig config;

  private Quota requests;
  private Quota failures;

  /** What is told of a request. */
  record Told(Quota quota, Quota.Left left) {}

  /** Who called: his issuer's word for him, whatever he is called. */
  private record Who(String issuer, String subject) {}

  @PostConstruct
  void read() {
    requests = new Quota("requests", config.rateRequests(), WINDOW, System::nanoTime);
    failures =
        new Quota("failed-logins", config.rateLogins(), WINDOW_OF_FAILURES, System::nanoTime);
  }

  /**
   * Counts a request of somebody who has logged in.
   *
   * @throws HaasException TOO_MANY_REQUESTS
   */
  void called(ContainerRequestContext request, Caller caller) {
    take(request, requests, new Who(caller.issuer(), caller.subject()));
  }

  /**
   * Counts a request of somebody at that address, who needs no login for it.
   *
   * @throws HaasException TOO_MANY_REQUESTS
   */
  void anonymous(ContainerRequestContext request, String address) {
    take(request, requests, address);
  }

  /**
   * Counts a login from that address that failed.
   *
   * @throws HaasException TOO_MANY_REQUESTS
   */
  void failed(ContainerRequestContext request, String address) {
    take(request, failures, address);
  }

  /**
   * Before a password is tried: nobody learns whether it is right once too many were wrong.
   *
   * @throws HaasException TOO_MANY_REQUESTS
   */
  void requireTry(ContainerRequestContext request, String address) {
    if (!failures.isUnlimited()) {
      require(request, failures, failures.look(address));
    }
  }

  private static void take(ContainerRequestContext request, Quota quota, Object who) {
    if (!quota.isUnlimited()) {
      require(request, quota, quota.take(who));
    }
  }

  private static void require(ContainerRequestContext request, Quota quota, Quota.Left left) {
    request.setProperty(TOLD, new Told(quota, left));
    if (!left.allowed()) {
      throw new HaasException(
          ErrorCode.TOO_MANY_REQUESTS,
          "This is more than %s; ask again in %d s.".formatted(quota, left.oneIn()));
    }
  }
}
