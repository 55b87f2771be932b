package org.haas.cli.catalogue;

import java.util.Optional;
import org.haas.cli.command.Session;
import org.haas.cli.login.Grant;
import org.haas.cli.login.Issuer;
import org.haas.cli.login.LoginFile;
import org.haas.cli.output.Plain;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Endpoint;

/** Logging in and out. */
final class Logins {
  private static final long MILLIS = 1000;

  private Logins() {}

  static void login(Session session) {
    Endpoint endpoint = session.endpoint();
    if (endpoint.isOpen()) {
      session
          .world()
          .err()
          .println("Careful: %s is not https; others can read along.".formatted(endpoint));
    }
    Issuer issuer = Issuer.of(session.world(), endpoint, session.http());
    Optional<String> user = session.given().optional("password-of");
    Grant grant =
        user.isPresent()
            ? issuer.password(user.get(), session.secrets().read("password"))
            : byBrowser(session, issuer);
    LoginFile file = new LoginFile(session.world().folder());
    file.keepAsLast(endpoint, new LoginFile.Kept(issuer.base(), grant));
    session.world().err().println("Logged in at %s; kept in %s.".formatted(endpoint, file.path()));
  }

  private static Grant byBrowser(Session session, Issuer issuer) {
    Issuer.Invitation invitation = issuer.invite();
    session
        .world()
        .err()
        .println(
            "Open %s and confirm the code %s."
                .formatted(Plain.line(invitation.address()), Plain.line(invitation.userCode())));
    long deadline = System.nanoTime() + invitation.seconds() * MILLIS * MILLIS * MILLIS;
    while (System.nanoTime() - deadline < 0) {
      sleep(invitation.interval());
      Optional<Grant> grant = issuer.confirmed(invitation);
      if (grant.isPresent()) {
        return grant.get();
      }
    }
    throw new Failure(
        ExitCode.NOT_LOGGED_IN, "Nobody confirmed the code in time. Again: haas login");
  }

  private static void sleep(int seconds) {
    try {
      Thread.sleep(seconds * MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.NOT_LOGGED_IN, "Interrupted.", stopped);
    }
  }

  static void logout(Session session) {
    Endpoint endpoint = session.endpoint();
    LoginFile file = new LoginFile(session.world().folder());
    Optional<LoginFile.Kept> kept = file.find(endpoint);
    if (kept.isEmpty()) {
      session.world().err().println("There is no login at %s.".formatted(endpoint));
      return;
    }
    file.forget(endpoint);
    kept.get()
        .grant()
        .refresh()
        .ifPresent(
            refresh ->
                Issuer.at(kept.get().issuer(), session.http(), session.world().clock())
                    .end(refresh));
    session.world().err().println("Logged out at %s.".formatted(endpoint));
  }
}
