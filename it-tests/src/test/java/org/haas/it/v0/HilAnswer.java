package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/**
 * What the server said.
 *
 * @param request for messages, such as {@code GET /nodes/all}
 */
record HilAnswer(String request, int status, String body, Optional<String> allow) {
  /** That status and exactly that body. */
  void is(int expectedStatus, String expectedBody) {
    assertThat(status + " " + body).as(request).isEqualTo(expectedStatus + " " + expectedBody);
  }

  /** A refusal with HIL's word for it and a sentence. */
  void isRefused(int expectedStatus, String type) {
    assertThat(status + " " + body)
        .as(request)
        .matches(expectedStatus + " \\{\"type\":\"" + type + "\",\"msg\":\"[^\"].{10,}\"}");
  }
}
