package org.haas.rest.wire;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.haas.document.InvalidRequest;
import org.haas.error.ErrorCode;
import org.haas.error.ErrorView;
import org.haas.error.Errors;

/**
 * A refusal in both written forms.
 *
 * @param status the HTTP status of v1
 * @param slug the end of the problem type's URI
 * @param detail a sentence
 * @param field the field or parameter that is wrong
 * @param incident under which the log tells more
 * @param hilStatus the HTTP status of v0
 * @param hilType the {@code type} of HIL's error JSON
 */
record Problem(
    int status,
    String slug,
    String detail,
    Optional<String> field,
    Optional<String> incident,
    int hilStatus,
    String hilType) {
  private static final String HIL_INVALID = "ValidationError";
  private static final int SERVER_ERROR = 500;

  private static final Map<Integer, String> SLUGS =
      Map.of(
          400, "malformed-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type");

  private static final Map<Integer, String> SENTENCES =
      Map.of(
          404, "There is no such path; docs/api.md lists them all.",
          405, "This path does not take that method; the header Allow lists those it takes.",
          406, "This path answers application/json only; ask for that in the header Accept.",
          415, "This path takes application/json; say so in the header Content-Type.");

  /** What to tell about any failure. */
  static Problem of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidRequest invalid) {
        return of(invalid);
      }
    }
    if (failure instanceof WebApplicationException web
        && web.getResponse().getStatus() < SERVER_ERROR) {
      return of(web.getResponse().getStatus(), failure instanceof NotFoundException);
    }
    return of(Errors.view(failure));
  }

  private static Problem of(ErrorView view) {
    ErrorCode code = view.code();
    return new Problem(
        code.status(),
        code.slug(),
        view.message(),
        view.field(),
        view.incident(),
        code.hilStatus(),
        code.hilType());
  }

  private static Problem of(InvalidRequest invalid) {
    int status = invalid.status();
    String slug = invalid.field().isPresent() ? ErrorCode.BAD_ARGUMENT.slug() : SLUGS.get(status);
    return new Problem(
        status, slug, invalid.getMessage(), invalid.field(), Optional.empty(), status, HIL_INVALID);
  }

  private static Problem of(int status, boolean noSuchPath) {
    return new Problem(
        status,
        SLUGS.getOrDefault(status, "malformed-request"),
        SENTENCES.getOrDefault(status, "The request cannot be understood."),
        Optional.empty(),
        Optional.empty(),
        status,
        noSuchPath ? ErrorCode.NOT_FOUND.hilType() : HIL_INVALID);
  }

  /**
   * As RFC 9457 has it.
   *
   * @param path of the request: the instance, unless the log has an incident
   */
  JsonObject problem(String path) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("type", "/problems/" + slug)
            .add("title", title())
            .add("status", status)
            .add("detail", detail)
            .add("instance", incident.map(id -> "urn:uuid:" + id).orElse(path));
    field.ifPresent(name -> json.add("field", name));
    return json.build();
  }

  /** {@code not-found} as {@code Not found}. */
  private String title() {
    return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1).replace('-', ' ');
  }

  /** As HIL has it. */
  JsonObject hil() {
    return JSON.createObjectBuilder().add("type", hilType).add("msg", detail).build();
  }
}
