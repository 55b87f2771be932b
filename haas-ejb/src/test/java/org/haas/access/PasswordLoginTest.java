package org.haas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.config.SettingsInMemory;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;

class PasswordLoginTest {
  private final Map<String, String> passwords = new HashMap<>(Map.of("physics", "correct"));
  private final List<String> asked = new ArrayList<>();
  private final PasswordLogin login = login(Map.of());

  /** A Keycloak that knows {@link #passwords}, and gives the name as a token. */
  private final class KnownPasswords extends Keycloak {
    @Override
    Optional<String> passwordGrant(String username, Secret password) {
      asked.add(username);
      return Optional.of(username)
          .filter(name -> password.reveal().equals(passwords.get(username)));
    }
  }

  private static final class NamesAsTokens extends Tokens {
    @Override
    public Login check(String token) {
      return new Login(
          new Caller("issuer", "subject of " + token, token, false), Instant.MAX, false);
    }
  }

  @Test
  void check_rightPasswordTwice_asksOnce() {
    assertThat(check("physics", "correct").map(Caller::username)).contains("physics");
    assertThat(check("physics", "correct")).isPresent();
    assertThat(asked).containsExactly("physics");
  }

  @Test
  void check_wrongPassword_isRefusedEachTimeAndNotRemembered() {
    assertThat(check("physics", "wrong")).isEmpty();
    assertThat(check("physics", "wrong")).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void check_wrongPasswordAfterTheRightOne_isRefused() {
    assertThat(check("physics", "correct")).isPresent();
    assertThat(check("physics", "wrong")).isEmpty();
  }

  @Test
  void check_nameAndPasswordCutElsewhere_isAnother() {
    passwords.put("ab", "c");
    assertThat(check("ab", "c")).isPresent();
    assertThat(check("a", "bc")).isEmpty();
  }

  @Test
  void check_timeIsOver_asksAgain() {
    PasswordLogin forgetful = login(Map.of("haas.v0.basic.cache", "PT-1S"));
    forgetful.check("physics", new Secret("correct"));
    forgetful.check("physics", new Secret("correct"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void forget_afterAChange_asksAgain() {
    assertThat(check("physics", "correct")).isPresent();
    passwords.put("physics", "new");
    login.forget();
    assertThat(check("physics", "correct")).isEmpty();
  }

  private Optional<Caller> check(String username, String password) {
    return login.check(username, new Secret(password));
  }

  private PasswordLogin login(Map<String, String> settings) {
    return new PasswordLogin(
        new KnownPasswords(), new NamesAsTokens(), new HaasConfig(new SettingsInMemory(settings)));
  }
}
