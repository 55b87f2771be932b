package org.haas.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FreshRequestsTest {
  @Test
  void require_agentThatSaysSo_passes() {
    assertThatCode(() -> FreshRequests.require("true")).doesNotThrowAnyException();
  }

  @Test
  void require_noAgent_isRefusedWithTheWayOut() {
    assertThatThrownBy(() -> FreshRequests.require(null))
        .hasMessageContaining("-javaagent:haas-agent.jar (docs/operations.md).");
  }

  @Test
  void require_agentThatFailed_isRefusedWithItsWords() {
    assertThatThrownBy(() -> FreshRequests.require("Grizzly keeps 16"))
        .hasMessageContaining("failed with Grizzly keeps 16.");
  }
}
