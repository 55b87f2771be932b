package org.haas.rest.wire;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.haas.error.ErrorCode;

/** Writes every refusal and failure: v1 as problem details (RFC 9457), v0 as HIL does. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  /** The media type of a refusal. */
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final String RETRY_AFTER_SECONDS = "1";

  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = Problem.of(failure);
    Response.ResponseBuilder answer =
        ApiVersion.of(uri) == ApiVersion.V0 ? hil(problem) : problemDetails(problem);
    if (failure instanceof WebApplicationException web) {
      String allowed = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
      answer.header(HttpHeaders.ALLOW, allowed);
    }
    return answer.build();
  }

  private static Response.ResponseBuilder hil(Problem problem) {
    return Response.status(problem.hilStatus())
        .type(MediaType.APPLICATION_JSON)
        .entity(problem.hil().toString());
  }

  private Response.ResponseBuilder problemDetails(Problem problem) {
    String path = "/api/" + uri.getPath(false).replaceFirst("^/+", "");
    return Response.status(problem.status())
        .type(PROBLEM_JSON)
        .entity(problem.problem(path).toString())
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            problem.status() == ErrorCode.NOT_AUTHENTICATED.status()
                ? "Bearer realm=\"haas\""
                : null)
        .header(
            HttpHeaders.RETRY_AFTER,
            problem.slug().equals(ErrorCode.KEY_IN_USE.slug()) ? RETRY_AFTER_SECONDS : null);
  }
}
