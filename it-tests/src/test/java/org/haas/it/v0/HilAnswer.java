package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server said.
 *
 * @param request for messages, such as {@code GET /nodes/all}
 */
record HilAnswer(
    String request, int status, String body, Optional<String> location, Optional<String> allow) {
  private static final Pattern STATUS_ID =
      Pattern.compile("\\{\"status_id\":\"([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\"}");

  /** 200 without a body. */
  void isDone() {
    is(200, "");
  }

  /** That status and exactly that body. */
  void is(int expectedStatus, String expectedBody) {
    assertThat(status + " " + body).as(request).isEqualTo(expectedStatus + " " + expectedBody);
  }

  /** 200 and exactly that JSON, written with single quotes. */
  void isJson(String json) {
    is(200, json.replace('\'', '"'));
  }

  /** A refusal with HIL's word for it and a sentence. */
  void isRefused(int expectedStatus, String type) {
    assertThat(status + " " + body)
        .as(request)
        .matches(expectedStatus + " \\{\"type\":\"" + type + "\",\"msg\":\"[^\"].{10,}\"}");
  }

  /** The same request is to be made there. */
  void isSentTo(String url) {
    assertThat(status).as("%s: %s", request, body).isEqualTo(307);
    assertThat(location).as(request).contains(url);
  }

  /** The id of what was begun. */
  String statusId(int expectedStatus) {
    assertThat(status).as("%s: %s", request, body).isEqualTo(expectedStatus);
    Matcher form = STATUS_ID.matcher(body);
    assertThat(form.matches()).as("%s: %s", request, body).isTrue();
    return form.group(1);
  }
}
