package org.haas.cli.login;

import java.util.Optional;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;
import org.haas.cli.wire.Api.Identity;
import org.haas.cli.wire.Endpoint;
import org.haas.cli.wire.Http;

/** Whose requests these are: the environment says it first, then the login that was kept. */
public final class Identities {
  private Identities() {}

  /** Where HaaS is: the option, the environment, else the last login's. */
  public static Endpoint endpoint(World world, Optional<String> option) {
    return option
        .or(() -> world.variable("HAAS_ENDPOINT", "HIL_ENDPOINT"))
        .or(() -> new LoginFile(world.folder()).lastEndpoint())
        .map(Endpoint::of)
        .orElseThrow(
            () ->
                Failure.usage(
                    "Say where HaaS is: set HAAS_ENDPOINT to its address, such as"
                        + " https://haas.example.org."));
  }

  /** Who calls that HaaS. */
  public static Identity of(World world, Endpoint endpoint, Http http) {
    Optional<String> token = world.variable("HAAS_TOKEN");
    if (token.isPresent()) {
      return new Given(token.get().strip(), endpoint);
    }
    Optional<String> username = world.variable("HAAS_USERNAME", "HIL_USERNAME");
    Optional<String> password = world.variable("HAAS_PASSWORD", "HIL_PASSWORD");
    return username.isPresent() && password.isPresent()
        ? new ByPassword(world, endpoint, http, username.get(), password.get())
        : new Known(world, endpoint, http);
  }

  private record Given(String token, Endpoint endpoint) implements Identity {
    @Override
    public String remedy() {
      return "%s does not take the token in HAAS_TOKEN (any more); get another, or unset it and use: haas login"
          .formatted(endpoint);
    }
  }

  /** A token is asked for when it is needed, and again when it is old. */
  private static final class ByPassword implements Identity {
    private final World world;
    private final Endpoint endpoint;
    private final Http http;
    private final String username;
    private final String password;
    private Optional<Grant> grant = Optional.empty();

    ByPassword(World world, Endpoint endpoint, Http http, String username, String password) {
      this.world = world;
      this.endpoint = endpoint;
      this.http = http;
      this.username = username;
      this.password = password;
    }

    @Override
    public synchronized String token() {
      if (grant.filter(known -> !known.isOld(world.clock().instant())).isEmpty()) {
        grant = Optional.of(Issuer.of(world, endpoint, http).password(username, password));
      }
      return grant.orElseThrow().access();
    }

    @Override
    public String remedy() {
      return "%s does not take a token that its login made for %s.".formatted(endpoint, username);
    }
  }

  /** Renewed in the file too, for the next command. */
  private record Known(World world, Endpoint endpoint, Http http) implements Identity {
    @Override
    public String token() {
      LoginFile file = new LoginFile(world.folder());
      LoginFile.Kept kept =
          file.find(endpoint)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.NOT_LOGGED_IN,
                          "You are not logged in at %s: haas login".formatted(endpoint)));
      if (!kept.grant().isOld(world.clock().instant())) {
        return kept.grant().access();
      }
      Grant fresh = renewed(kept);
      file.keep(endpoint, new LoginFile.Kept(kept.issuer(), fresh));
      return fresh.access();
    }

    private Grant renewed(LoginFile.Kept kept) {
      String refresh = kept.grant().refresh().orElseThrow(() -> ended(null));
      try {
        return Issuer.at(kept.issuer(), http, world.clock()).renewed(refresh);
      } catch (Failure refused) {
        throw refused.code() == ExitCode.NOT_LOGGED_IN ? ended(refused) : refused;
      }
    }

    private Failure ended(Failure why) {
      return new Failure(ExitCode.NOT_LOGGED_IN, remedy(), why);
    }

    @Override
    public String remedy() {
      return "Your login at %s has ended: haas login".formatted(endpoint);
    }
  }
}
