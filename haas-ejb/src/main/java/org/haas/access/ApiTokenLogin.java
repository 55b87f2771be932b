package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.access.Directory.Owner;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * Checks API tokens: in the database at each request, so that a revoked one is refused at once, and
 * with Keycloak once a minute, so that a token does not outlive its owner's account or his role.
 */
@ApplicationScoped
class ApiTokenLogin {
  /** What goes on asks again after this time, as it has to with a token of the login. */
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(5);

  private static final Duration REMEMBERED_FOR = Duration.ofSeconds(60);
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<Person, Remembered> owners = new ConcurrentHashMap<>();

  @Inject private ApiTokenStore store;
  @Inject private Directory directory;
  @Inject private Clock clock;

  private record Remembered(Owner owner, long untilNanos) {
    boolean isOver() {
      return System.nanoTime() - untilNanos > 0;
    }
  }

  /**
   * Whose token it is, what it may, and for how long. May go over the network: never inside a
   * transaction.
   *
   * @throws HaasException NOT_AUTHENTICATED it is no token, was revoked, has expired, or its owner
   *     may not log in any more; UNAVAILABLE Keycloak does not answer
   */
  Tokens.Login check(String bearer) {
    ApiTokenStore.Known token =
        ApiTokenSecret.isOne(bearer)
            ? store.find(new ApiTokenSecret(bearer)).orElseThrow(ApiTokenLogin::unknown)
            : refuse(unknown());
    if (token.over()) {
      throw refused(
          "The API token %s has expired; log in and make a new one.".formatted(token.label()));
    }
    Owner owner = owner(token.owner());
    if (!owner.active()) {
      throw refused(
          "The owner of the API token %s may not log in any more; ask an administrator."
              .formatted(token.label()));
    }
    if (token.stale()) {
      store.use(token.id());
    }
    return login(token, owner);
  }

  private Tokens.Login login(ApiTokenStore.Known token, Owner owner) {
    Caller caller =
        new Caller(
            Caller.TOKEN,
            token.id(),
            token.owner().username(),
            token.owner().admin() && owner.admin());
    Instant visit = clock.instant().plus(LONGEST_VISIT);
    return new Tokens.Login(
        caller, token.until().isBefore(visit) ? token.until() : visit, token.readOnly());
  }

  private Owner owner(Person person) {
    Remembered known = owners.get(person);
    if (known != null && !known.isOver()) {
      return known.owner();
    }
    Owner owner = directory.owner(person);
    if (owners.size() >= MOST_REMEMBERED) {
      owners.clear();
    }
    owners.put(person, new Remembered(owner, System.nanoTime() + REMEMBERED_FOR.toNanos()));
    return owner;
  }

  private static ApiTokenStore.Known refuse(HaasException why) {
    throw why;
  }

  private static HaasException unknown() {
    return refused("There is no such API token (any more); log in and make a new one.");
  }

  private static HaasException refused(String sentence) {
    return new HaasException(ErrorCode.NOT_AUTHENTICATED, sentence);
  }
}
