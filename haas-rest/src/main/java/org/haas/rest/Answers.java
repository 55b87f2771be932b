package org.haas.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.haas.operation.OperationView;

/** Answers that are more than a view. */
final class Answers {
  private static final String ROOT = "/api/v1/";

  private Answers() {}

  /** 201: made, and where it is. */
  static Response created(Record view, Object... path) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, location(path))
        .entity(view)
        .build();
  }

  /** 202: will be done, and where to watch it. */
  static Response accepted(OperationView operation) {
    return Response.accepted(operation)
        .header(HttpHeaders.LOCATION, location("operations", operation.id()))
        .build();
  }

  private static String location(Object... path) {
    return Arrays.stream(path)
        .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("/", ROOT, ""));
  }
}
