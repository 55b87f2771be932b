package org.haas.cli.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Plain;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/**
 * What HaaS answered.
 *
 * @param request the method and the path, for sentences
 */
public record Answer(String request, int status, String body) {
  private static final int ACCEPTED = 202;
  private static final int REFUSED = 400;
  private static final int NOT_LOGGED_IN = 401;
  private static final int BROKEN = 500;
  private static final int NOT_THERE_YET = 501;
  private static final int NO_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  /** Whether it is an operation that is still to be done. */
  public boolean isAccepted() {
    return status == ACCEPTED;
  }

  /** Whether nobody is known by that token. */
  public boolean isNotLoggedIn() {
    return status == NOT_LOGGED_IN;
  }

  /** The object in it; empty when there is none. */
  public JsonObject object() {
    return JsonText.object(body).orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * Itself, if it says yes.
   *
   * @throws Failure with HaaS's sentence
   */
  public Answer orThrow() {
    if (status >= 200 && status < 300) {
      return this;
    }
    throw new Failure(code(), sentence());
  }

  private ExitCode code() {
    return switch (status) {
      case NOT_LOGGED_IN -> ExitCode.NOT_LOGGED_IN;
      case NOT_THERE_YET -> ExitCode.REFUSED;
      case NO_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> ExitCode.UNREACHABLE;
      default -> status >= REFUSED && status < BROKEN ? ExitCode.REFUSED : ExitCode.FAILED;
    };
  }

  /** v1 says it in {@code detail}, v0 in {@code msg}. */
  private String sentence() {
    JsonObject problem = object();
    Optional<String> told =
        JsonText.text(problem, "detail").or(() -> JsonText.text(problem, "msg"));
    Optional<String> incident =
        JsonText.text(problem, "instance").filter(instance -> instance.startsWith("urn:"));
    return Plain.line(
        told.orElse("%s was answered %d; is that a HaaS?".formatted(request, status))
            + incident.map(number -> " (incident " + number + ")").orElse(""));
  }
}
