package org.haas.rest;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.haas.rest.wire.Preconditions;

/** What the description of the API says of tags. */
final class TagTexts {
  private static final String TAG = "ETag";
  private static final String DONE = "200";

  private TagTexts() {}

  /** A read that {@code KnownTags} has tagged: of a whole thing, in JSON. */
  static void tag(Operation read) {
    APIResponse answer = read.getResponses().getAPIResponse(DONE);
    if (answer == null || !isJson(answer.getContent()) || has(read, "limit")) {
      return;
    }
    answer.addHeader(TAG, OASFactory.createHeader().description("Of this answer").schema(tag()));
    read.addParameter(
        Description.header("If-None-Match", "The ETag of what you have: 304 if it is still so"));
    read.getResponses()
        .addAPIResponse(
            "304",
            OASFactory.createAPIResponse()
                .description("It is what you have")
                .addHeader(TAG, OASFactory.createHeader().description("Its tag").schema(tag())));
  }

  /** A change that takes tags. */
  static void refuse(Operation change) {
    if (has(change, Preconditions.IF_MATCH)) {
      change
          .getResponses()
          .addAPIResponse("412", Description.refusal("It is not as you saw it; nothing is done"));
    }
  }

  private static Schema tag() {
    return OASFactory.createSchema().ref(TAG);
  }

  private static boolean isJson(Content content) {
    return content != null && content.hasMediaType(MediaType.APPLICATION_JSON);
  }

  private static boolean has(Operation operation, String parameter) {
    List<Parameter> all = operation.getParameters();
    return all != null && all.stream().anyMatch(each -> parameter.equals(each.getName()));
  }
}
