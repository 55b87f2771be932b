package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.login.Issuer;
import org.haas.cli.login.LoginFile;
import org.haas.cli.output.View;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Endpoint;

/** Looks at each thing that a command needs, in the order in which it needs it. */
final class Doctor {
  private static final View VIEW = View.of("check", "result", "what");
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Session session;
  private final List<JsonObject> found = new ArrayList<>();
  private Optional<ExitCode> worst = Optional.empty();

  private Doctor(Session session) {
    this.session = session;
  }

  static void examine(Session session) {
    Doctor doctor = new Doctor(session);
    doctor.look();
    session.output().list(doctor.found, VIEW);
    doctor.worst.ifPresent(
        code -> {
          throw new Failure(code, "Not all is well.");
        });
  }

  private void look() {
    note("program", "ok", "haas " + Version.number());
    Optional<Endpoint> endpoint = check("address", session::endpoint, Endpoint::toString);
    if (endpoint.isEmpty()) {
      return;
    }
    if (endpoint.get().isOpen()) {
      note("address", "warns", "not https: others can read along");
    }
    Optional<HttpResponse<String>> answer =
        check("server", () -> description(endpoint.get()), response -> "answers, and is a HaaS");
    answer.ifPresent(this::clock);
    check(
        "login",
        () -> Issuer.of(session.world(), endpoint.get(), session.http()),
        issuer -> issuer.base().toString());
    check("kept logins", this::file, path -> path);
    if (answer.isPresent()) {
      check("you", () -> session.api().get("v1/me"), me -> me.getString("username"));
    }
  }

  private HttpResponse<String> description(Endpoint endpoint) {
    HttpResponse<String> answer =
        session.http().send(HttpRequest.newBuilder(endpoint.at("api/v1/openapi.json")));
    if (JsonText.object(answer.body()).filter(read -> read.containsKey("openapi")).isEmpty()) {
      throw new Failure(
          ExitCode.UNREACHABLE,
          "%s answers %d without a description of HaaS's API; is it another server?"
              .formatted(endpoint, answer.statusCode()));
    }
    return answer;
  }

  /** Tokens carry times: who is far off is refused without a word about it. */
  private void clock(HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("Date")
        .flatMap(Doctor::time)
        .ifPresent(
            theirs -> {
              Duration off =
                  Duration.between(theirs.toInstant(), session.world().clock().instant()).abs();
              note(
                  "clock",
                  off.compareTo(SKEW) > 0 ? "warns" : "ok",
                  "%d s from the server's".formatted(off.toSeconds()));
            });
  }

  private static Optional<ZonedDateTime> time(String header) {
    try {
      return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException strange) {
      return Optional.empty();
    }
  }

  private String file() {
    LoginFile file = new LoginFile(session.world().folder());
    if (!file.isPrivate()) {
      throw new Failure(
          ExitCode.USAGE,
          "Others may read %s: chmod 600 it, and log in again.".formatted(file.path()));
    }
    return file.path().toString();
  }

  private <T> Optional<T> check(String name, Supplier<T> look, Function<T, String> words) {
    try {
      T seen = look.get();
      note(name, "ok", words.apply(seen));
      return Optional.of(seen);
    } catch (Failure wrong) {
      note(name, "fails", wrong.getMessage());
      worst = worst.or(() -> Optional.of(wrong.code()));
      return Optional.empty();
    }
  }

  private void note(String check, String result, String what) {
    found.add(
        JsonText.object().add("check", check).add("result", result).add("what", what).build());
  }
}
