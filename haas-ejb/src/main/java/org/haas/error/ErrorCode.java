package org.haas.error;

/**
 * Why a request was refused. Carries what each way in shows: the HTTP status and the problem type
 * of {@code /api/v1}, and the status and the {@code type} word of HIL's {@code /api/v0}.
 */
public enum ErrorCode {
  NOT_AUTHENTICATED(401, "not-authenticated", 401, "AuthorizationError"),
  /** The caller sees the thing, but may not do this to it. */
  FORBIDDEN(403, "forbidden", 401, "AuthorizationError"),
  NOT_FOUND(404, "not-found", 404, "NotFoundError"),
  /** It exists, but this caller may not know: v1 answers exactly as for {@link #NOT_FOUND}. */
  HIDDEN(404, "not-found", 401, "AuthorizationError"),
  BAD_ARGUMENT(400, "bad-argument", 400, "BadArgumentError"),
  DUPLICATE(409, "duplicate", 409, "DuplicateError"),
  BLOCKED(409, "blocked", 409, "BlockedError"),
  POOL_EMPTY(409, "pool-empty", 409, "BlockedError"),
  PROJECT_MISMATCH(409, "project-mismatch", 409, "ProjectMismatchError"),
  /** What was planned would be something else by now. */
  PLAN_STALE(409, "plan-stale", 409, "BlockedError"),
  ILLEGAL_STATE(409, "illegal-state", 409, "IllegalStateError"),
  /** Somebody else changed the same thing at the same moment. */
  CONFLICT(409, "conflict", 409, "BlockedError"),
  /** The thing is not as the caller saw it. */
  PRECONDITION_FAILED(412, "precondition-failed", 412, "BlockedError"),
  /** An idempotency key was for another request. */
  KEY_REUSED(422, "key-reused", 422, "BadArgumentError"),
  /** The request under an idempotency key is worked on. */
  KEY_IN_USE(409, "key-in-use", 409, "BlockedError"),
  /** The request under an idempotency key was done, and its answer is not known. */
  ANSWER_LOST(409, "answer-lost", 409, "BlockedError"),
  /** The caller asks more than anybody may. */
  TOO_MANY_REQUESTS(429, "too-many-requests", 429, "BlockedError"),
  /** A system that the request needs, such as Keycloak, does not answer. */
  UNAVAILABLE(503, "unavailable", 503, "ServerError"),
  INTERNAL(500, "internal", 500, "ServerError");

  private final int status;
  private final String slug;
  private final int hilStatus;
  private final String hilType;

  ErrorCode(int status, String slug, int hilStatus, String hilType) {
    this.status = status;
    this.slug = slug;
    this.hilStatus = hilStatus;
    this.hilType = hilType;
  }

  /** The HTTP status of {@code /api/v1}. */
  public int status() {
    return status;
  }

  /** The last part of the problem type's URI, stable. */
  public String slug() {
    return slug;
  }

  /** The HTTP status of {@code /api/v0}. */
  public int hilStatus() {
    return hilStatus;
  }

  /** The {@code type} of HIL's error JSON. */
  public String hilType() {
    return hilType;
  }
}
