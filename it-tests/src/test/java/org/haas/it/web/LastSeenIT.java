package org.haas.it.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LastSeenIT {
  @Test
  void handle_aFailedJourney_saysWhereItsVisitorWas() {
    LastSeen extension = new LastSeen();
    extension.beforeEach(null);
    try (Browser browser = new Browser()) {
      Visitor visitor = browser.visitor();
      visitor.open("/");
      visitor.close();
    }
    AssertionError failed = new AssertionError("no button");

    assertThatThrownBy(() -> extension.handleTestExecutionException(null, failed))
        .hasMessageContaining("no button")
        .hasMessageContaining("/realms/")
        .hasMessageContaining("Password")
        .cause()
        .isSameAs(failed);
    extension.beforeEach(null);
    assertThatThrownBy(() -> extension.handleTestExecutionException(null, failed)).isSameAs(failed);
    assertThat(failed).hasMessage("no button");
  }
}
