package org.haas.access;

import java.util.Objects;

/**
 * A person, or a program acting as one, whose login was checked.
 *
 * @param issuer the URL of the OpenID provider that vouches for him; {@link #TOKEN} for an API
 *     token
 * @param subject who he is there, for ever: the {@code sub} claim, or the token's id. A name can be
 *     given again
 * @param username what he is called, for people to read; a token's owner
 * @param admin whether he holds the realm role {@code haas-admin}
 */
public record Caller(String issuer, String subject, String username, boolean admin) {
  /** What vouches for an API token. */
  public static final String TOKEN = "haas:token";

  /** Every part is there. */
  public Caller {
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(username);
  }

  /** Whether it is an API token that calls. */
  public boolean isToken() {
    return issuer.equals(TOKEN);
  }
}
