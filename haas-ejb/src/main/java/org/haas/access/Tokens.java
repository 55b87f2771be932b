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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * Checks access tokens: signature by the issuer's published keys, issuer, audience, expiry. The
 * algorithm is fixed, never taken from the token. A good token is remembered, by its hash, for a
 * minute at most and never beyond its expiry: checking a signature takes longer than most requests.
 * API tokens are told by their beginning and checked by {@link ApiTokenLogin}.
 */
@ApplicationScoped
public class Tokens {
  /** The realm role of administrators. */
  public static final String ADMIN_ROLE = "haas-admin";

  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final Duration REMEMBERED_FOR = Duration.ofSeconds(60);
  private static final int MOST_REMEMBERED = 10_000;
  private static final MessageDigest SHA256 = sha256();

  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  @Inject private HaasConfig config;
  @Inject private Clock clock;
  @Inject private ApiTokenLogin apiTokens;
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
   * What a good token says.
   *
   * @param until when it expires, or has to be shown again by what goes on
   * @param readOnly whether it changes nothing
   */
  public record Login(Caller caller, Instant until, boolean readOnly) {
    /**
     * Refuses what may change something.
     *
     * @throws HaasException FORBIDDEN
     */
    public void requireWriting() {
      if (readOnly) {
        throw HaasException.forbidden(
            "This API token only reads; use one that may change something.");
      }
    }
  }

  private record Remembered(Login login, Instant end) {
    boolean isGood(Instant now) {
      return now.isBefore(end) && now.isBefore(login.until());
    }
  }

  /**
   * Whose token it is, and for how long.
   *
   * @throws HaasException NOT_AUTHENTICATED the token is not good; UNAVAILABLE its keys cannot be
   *     had
   */
  public Login check(String token) {
    if (ApiTokenSecret.isMeant(token)) {
      return apiTokens.check(token);
    }
    String key = hash(token);
    Remembered known = remembered.get(key);
    if (known != null && known.isGood(clock.instant())) {
      return known.login();
    }
    Login login = verified(token);
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(key, new Remembered(login, clock.instant().plus(REMEMBERED_FOR)));
    return login;
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = (MessageDigest) SHA256.clone(); // a look for the algorithm costs more
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Login verified(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      List<String> groups = claims.getStringListClaim("groups");
      return new Login(
          new Caller(
              claims.getIssuer(),
              claims.getSubject(),
              claims.getStringClaim("preferred_username"),
              groups != null && groups.contains(ADMIN_ROLE)),
          claims.getExpirationTime().toInstant(),
          false);
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
