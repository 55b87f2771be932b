package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.config.HaasConfig;
import org.haas.spi.Secret;

/**
 * Name and password, as HIL's clients send them. Checked with Keycloak and remembered for a minute
 * at most, under a hash with a salt that is new at every start: a password changed or a user locked
 * there is refused here a minute later.
 */
@ApplicationScoped
public class PasswordLogin {
  private static final int MOST_REMEMBERED = 10_000;

  private final byte[] salt = new byte[32];
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private Keycloak keycloak;
  private Tokens tokens;
  private HaasConfig config;

  private record Remembered(Caller caller, long untilNanos) {
    boolean isOver() {
      return System.nanoTime() - untilNanos > 0;
    }
  }

  /** For CDI. */
  protected PasswordLogin() {}

  /** Draws the salt. */
  @Inject
  PasswordLogin(Keycloak keycloak, Tokens tokens, HaasConfig config) {
    this.keycloak = keycloak;
    this.tokens = tokens;
    this.config = config;
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Who logs in with this name and password; empty when Keycloak refuses them. Goes over the
   * network: never inside a transaction.
   *
   * @throws org.haas.error.HaasException UNAVAILABLE Keycloak does not answer
   */
  public Optional<Caller> check(String username, Secret password) {
    String key = hash(username, password);
    Optional<Caller> known = remembered(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<Caller> caller =
        keycloak.passwordGrant(username, password).map(tokens::check).map(Tokens.Login::caller);
    remembered.values().removeIf(Remembered::isOver);
    if (caller.isPresent() && remembered.size() < MOST_REMEMBERED) {
      long until = System.nanoTime() + config.v0BasicCache().toNanos();
      remembered.put(key, new Remembered(caller.get(), until));
    }
    return caller;
  }

  /** Whether the password was right a short while ago, so that nobody is asked. */
  public boolean remembers(String username, Secret password) {
    return remembered(hash(username, password)).isPresent();
  }

  private Optional<Caller> remembered(String key) {
    return Optional.ofNullable(remembered.get(key))
        .filter(known -> !known.isOver())
        .map(Remembered::caller);
  }

  /** Forgets every remembered password: after a user was changed here. */
  public void forget() {
    remembered.clear();
  }

  private String hash(String username, Secret password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update((username.length() + ":" + username).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(password.reveal().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
