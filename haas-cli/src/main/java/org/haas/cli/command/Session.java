package org.haas.cli.command;

import java.util.Optional;
import org.haas.cli.login.Identities;
import org.haas.cli.output.Output;
import org.haas.cli.process.World;
import org.haas.cli.wire.Api;
import org.haas.cli.wire.Endpoint;
import org.haas.cli.wire.Http;

/** One run of a command. What it does not use is not made. */
public final class Session {
  private final World world;
  private final Given given;
  private final Output output;
  private Optional<Http> http = Optional.empty();
  private Optional<Api> api = Optional.empty();

  /** With what was given. */
  public Session(World world, Given given, Output output) {
    this.world = world;
    this.given = given;
    this.output = output;
  }

  /** Everything around. */
  public World world() {
    return world;
  }

  /** What was written on the command line. */
  public Given given() {
    return given;
  }

  /** Where results go. */
  public Output output() {
    return output;
  }

  /** Secrets of the command line. */
  public Secrets secrets() {
    return new Secrets(world, given);
  }

  /**
   * Where HaaS is.
   *
   * @throws org.haas.cli.process.Failure USAGE nobody says
   */
  public Endpoint endpoint() {
    return Identities.endpoint(world, given.optional("endpoint"));
  }

  /** HTTP. */
  public Http http() {
    Http known = http.orElseGet(Http::new);
    http = Optional.of(known);
    return known;
  }

  /** HaaS, as who is logged in. */
  public Api api() {
    Api known =
        api.orElseGet(
            () -> {
              Endpoint endpoint = endpoint();
              return new Api(endpoint, http(), Identities.of(world, endpoint, http()));
            });
    api = Optional.of(known);
    return known;
  }

  /** Operations that are to be waited for, or not, as was asked. */
  public Operations operations() {
    return new Operations(this);
  }
}
