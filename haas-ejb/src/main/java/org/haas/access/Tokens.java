package org.haas.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * Checks access tokens: signature by the issuer's published keys, issuer, audience, expiry. The
 * algorithm is fixed, never taken from the token.
 */
@ApplicationScoped
public class Tokens {
  /** The realm role of administrators. */
  public static final String ADMIN_ROLE = "haas-admin";

  private static final int CLOCK_SKEW_SECONDS = 30;

  @Inject private HaasConfig config;
  private DefaultJWTProcessor<SecurityContext> processor;

  @PostConstruct
  void prepare() {
    String issuer = config.oidcIssuer().toString();
    processor = new DefaultJWTProcessor<>();
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              JWSAlgorithm.RS256,
              JWKSourceBuilder.<SecurityContext>create(
                      URI.create(issuer + "/protocol/openid-connect/certs").toURL())
                  .retrying(true)
                  .build()));
    } catch (MalformedURLException notAnAddress) {
      throw new IllegalStateException("haas.oidc.issuer is not a URL: " + issuer, notAnAddress);
    }
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            config.oidcAudience(),
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "preferred_username"));
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * Whose token it is.
   *
   * @throws HaasException NOT_AUTHENTICATED the token is not good; UNAVAILABLE its keys cannot be
   *     had
   */
  public Caller check(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      List<String> groups = claims.getStringListClaim("groups");
      return new Caller(
          claims.getIssuer(),
          claims.getSubject(),
          claims.getStringClaim("preferred_username"),
          groups != null && groups.contains(ADMIN_ROLE));
    } catch (com.nimbusds.jose.KeySourceException unreachable) {
      throw new HaasException(
          ErrorCode.UNAVAILABLE, "The login service does not answer; try again in a moment.");
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      throw new HaasException(
          ErrorCode.NOT_AUTHENTICATED,
          "The access token is not valid or has expired; get a new one.");
    }
  }
}
