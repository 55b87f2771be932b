package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationTest {
  private static final Instant ASKED = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant LATER = ASKED.plusSeconds(5);

  private final Operation operation = new Deed();

  /** An operation of no feature. */
  private static final class Deed extends Operation {
    Deed() {
      super(QueueId.ofSwitch(7), "do_it", "physics", ASKED);
      at("tor-1", "p3");
      about("node-01", "nic-0");
      holds(3, 4, "physics-lab");
    }
  }

  @Test
  void view_justMade_isPending() {
    OperationView view = operation.view(true);
    assertThat(view.state()).isEqualTo(OperationState.PENDING);
    assertThat(view.requestedAt()).isEqualTo(ASKED);
    assertThat(view.startedAt()).isEmpty();
    assertThat(view.project()).contains("physics-lab");
    assertThat(operation.queue()).isEqualTo(new QueueId("switch", 7));
  }

  @Test
  void view_forAProject_hidesTheHardware() {
    OperationView view = operation.view(false);
    assertThat(view.switchName()).isEmpty();
    assertThat(view.port()).isEmpty();
    assertThat(view.node()).contains("node-01");
  }

  @Test
  void start_again_keepsTheFirstTime() {
    operation.start(ASKED);
    operation.start(LATER);
    assertThat(operation.view(false).startedAt()).contains(ASKED);
  }

  @Test
  void failed_once_isPendingAgainWithTheWords() {
    operation.start(ASKED);
    operation.failed("port p3 is shut");
    assertThat(operation.state()).isEqualTo(OperationState.PENDING);
    assertThat(operation.attempts()).isEqualTo(1);
    assertThat(operation.view(true).error()).contains("port p3 is shut");
    assertThat(operation.view(false).error()).contains("The port is shut");
  }

  @Test
  void finish_doneAfterAFailure_forgetsTheWords() {
    operation.failed("port p3 is shut");
    operation.finish(OperationState.DONE, LATER);
    assertThat(operation.view(false).error()).isEmpty();
    assertThat(operation.view(false).finishedAt()).contains(LATER);
  }

  @Test
  void finish_error_keepsTheWordsAndTheProject() {
    operation.failed("port p3 is shut");
    operation.finish(OperationState.ERROR, LATER);
    assertThat(operation.view(true).error()).contains("port p3 is shut");
    assertThat(operation.projectId()).isEqualTo(Optional.of(4L));
  }
}
