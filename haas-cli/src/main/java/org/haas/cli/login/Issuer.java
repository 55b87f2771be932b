package org.haas.cli.login;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Plain;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;
import org.haas.cli.wire.Endpoint;
import org.haas.cli.wire.Http;

/** The login that a HaaS believes: an OpenID provider with our public client. */
public final class Issuer {
  private static final String CLIENT = "haas-cli";
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final int GOOD = 200;

  private final URI base;
  private final Http http;
  private final Clock clock;
  private final JsonObject addresses;

  private Issuer(URI base, Http http, Clock clock, JsonObject addresses) {
    this.base = base;
    this.http = http;
    this.clock = clock;
    this.addresses = addresses;
  }

  /**
   * What a person opens in a browser, and what is asked for meanwhile.
   *
   * @param device what this asks with; nobody else's to see
   * @param interval seconds between two questions
   * @param seconds how long there is time
   */
  public record Invitation(
      String device, String userCode, String address, int interval, int seconds) {}

  /** The provider at that address. */
  public static Issuer at(URI base, Http http, Clock clock) {
    URI wellKnown = URI.create(base + "/.well-known/openid-configuration");
    HttpResponse<String> answer = http.send(HttpRequest.newBuilder(wellKnown));
    return JsonText.object(answer.body())
        .filter(found -> answer.statusCode() == GOOD && found.containsKey("token_endpoint"))
        .map(found -> new Issuer(base, http, clock, found))
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.UNREACHABLE,
                    "%s was answered %d; is it an OpenID provider?"
                        .formatted(wellKnown, answer.statusCode())));
  }

  /** The provider of that HaaS: {@code HAAS_ISSUER}, else the one that HaaS names. */
  public static Issuer of(World world, Endpoint endpoint, Http http) {
    return at(
        world.variable("HAAS_ISSUER").map(Issuer::address).orElseGet(() -> named(endpoint, http)),
        http,
        world.clock());
  }

  /** As RFC 9728 has it. */
  private static URI named(Endpoint endpoint, Http http) {
    URI address = endpoint.at(".well-known/oauth-protected-resource");
    HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address));
    return JsonText.object(answer.body())
        .flatMap(
            found ->
                JsonText.list(found, "authorization_servers").stream()
                    .findFirst()
                    .flatMap(
                        first -> JsonText.text(JsonText.object().add("a", first).build(), "a")))
        .map(Issuer::address)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.UNREACHABLE,
                    "%s was answered %d and names no login; is that a HaaS? HAAS_ISSUER can name it."
                        .formatted(address, answer.statusCode())));
  }

  private static URI address(String text) {
    try {
      return URI.create(text.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage("'%s' is no address of a login.".formatted(text));
    }
  }

  /** Where it is. */
  public URI base() {
    return base;
  }

  /**
   * A token for a password.
   *
   * @throws Failure NOT_LOGGED_IN
   */
  public Grant password(String username, String password) {
    return ask(
        Map.of(
            "grant_type", "password",
            "client_id", CLIENT,
            "scope", "openid",
            "username", username,
            "password", password));
  }

  /**
   * The next token.
   *
   * @throws Failure NOT_LOGGED_IN
   */
  public Grant renewed(String refresh) {
    return ask(
        Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refresh));
  }

  private Grant ask(Map<String, String> form) {
    HttpResponse<String> answer = http.form(address(addresses, "token_endpoint"), form);
    return grant(answer).orElseThrow(() -> refused(answer));
  }

  /** Begins a login that is confirmed in a browser. */
  public Invitation invite() {
    HttpResponse<String> answer =
        http.form(
            address(addresses, "device_authorization_endpoint"),
            Map.of("client_id", CLIENT, "scope", "openid"));
    JsonObject told = JsonText.object(answer.body()).orElse(JsonObject.EMPTY_JSON_OBJECT);
    if (!told.containsKey("device_code")) {
      throw refused(answer);
    }
    return new Invitation(
        told.getString("device_code"),
        told.getString("user_code", ""),
        told.getString("verification_uri_complete", told.getString("verification_uri", "")),
        told.getInt("interval", 5),
        told.getInt("expires_in", 600));
  }

  /**
   * Asks whether it was confirmed.
   *
   * @return empty: not yet
   * @throws Failure NOT_LOGGED_IN it was refused, or too late
   */
  public Optional<Grant> confirmed(Invitation invitation) {
    HttpResponse<String> answer =
        http.form(
            address(addresses, "token_endpoint"),
            Map.of(
                "grant_type", DEVICE,
                "client_id", CLIENT,
                "device_code", invitation.device()));
    Optional<Grant> grant = grant(answer);
    String error = text(answer, "error");
    if (grant.isEmpty() && !error.equals("authorization_pending") && !error.equals("slow_down")) {
      throw refused(answer);
    }
    return grant;
  }

  /** Ends a login there. */
  public void end(String refresh) {
    if (addresses.containsKey("revocation_endpoint")) {
      http.form(
          address(addresses, "revocation_endpoint"),
          Map.of("client_id", CLIENT, "token", refresh, "token_type_hint", "refresh_token"));
    }
  }

  private Optional<Grant> grant(HttpResponse<String> answer) {
    return answer.statusCode() == GOOD
        ? JsonText.object(answer.body()).flatMap(found -> Grant.of(found, clock.instant()))
        : Optional.empty();
  }

  private Failure refused(HttpResponse<String> answer) {
    String words = text(answer, "error_description");
    String why = words.isEmpty() ? text(answer, "error") : words;
    ExitCode code = answer.statusCode() >= 500 ? ExitCode.UNREACHABLE : ExitCode.NOT_LOGGED_IN;
    return new Failure(code, "The login at %s refuses: %s.".formatted(base, Plain.line(why)));
  }

  private static String text(HttpResponse<String> answer, String field) {
    return JsonText.object(answer.body()).flatMap(found -> JsonText.text(found, field)).orElse("");
  }

  private URI address(JsonObject known, String name) {
    return JsonText.text(known, name)
        .map(Issuer::address)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.NOT_LOGGED_IN,
                    "The login at %s has no %s.".formatted(base, name.replace('_', ' '))));
  }
}
