package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;

import org.haas.operation.OperationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkingActionsResourceTest {
  @ParameterizedTest
  @CsvSource({"PENDING,PENDING", "RUNNING,PENDING", "DONE,DONE", "ERROR,ERROR", "CANCELLED,ERROR"})
  void status_stateOfOurs_isOneOfHil(OperationState state, String status) {
    assertThat(NetworkingActionsResource.status(state)).isEqualTo(status);
  }
}
