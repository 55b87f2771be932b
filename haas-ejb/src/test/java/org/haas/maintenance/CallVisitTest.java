package org.haas.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.maintenance.Webhook.Answer;
import org.haas.node.Node;
import org.haas.operation.Claim;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.project.Project;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;

class CallVisitTest {
  private static final Answer TAKEN =
      new Answer(true, true, "The maintenance service answered 204.");
  private static final Answer REFUSED =
      new Answer(false, true, "The maintenance service answered 503.");
  private static final Answer UNREACHED = new Answer(false, false, "No route.");

  private final List<String> log = new ArrayList<>();
  private final StoreInMemory store = new StoreInMemory();
  private Answer answer = TAKEN;

  @Test
  void run_severalMachines_tellsEach() {
    run(2);
    assertThat(log).containsExactly("told", TAKEN.words(), "told", TAKEN.words());
  }

  @Test
  void run_machineIsNotThereAnyMore_tellsNothing() {
    store.there = false;
    run(1);
    assertThat(log).containsExactly("dropped");
  }

  @Test
  void run_serviceRefusesOne_isStillToldOfTheOthers() {
    answer = REFUSED;
    run(2);
    assertThat(log).containsExactly("told", REFUSED.words(), "told", REFUSED.words());
  }

  @Test
  void run_serviceCannotBeReached_isAskedOnceInAVisit() {
    answer = UNREACHED;
    run(3);
    assertThat(log)
        .containsExactly("told", UNREACHED.words(), UNREACHED.words(), UNREACHED.words());
  }

  private void run(int machines) {
    List<CallOperation> due = new ArrayList<>();
    for (int i = 0; i < machines; i++) {
      Node node = new Node(new Label("node-" + i));
      due.add(
          new CallOperation(
              node,
              new Project(new Label("caretakers")),
              "pat",
              Instant.parse("2026-05-04T10:00:00Z")));
    }
    try (CallVisit visit =
        new CallVisit(
            Claims.on(QueueId.MAINTENANCE),
            store,
            call -> {
              log.add("told");
              return answer;
            })) {
      visit.run(due);
    }
  }

  private final class StoreInMemory extends CallStore {
    private boolean there = true;

    @Override
    Optional<Call> call(CallOperation operation) {
      URI url = URI.create("http://127.0.0.1/");
      return there
          ? Optional.of(new Call(url, Secret.NONE, new UUID(1, 2), new Label("node-01"), url))
          : Optional.empty();
    }

    @Override
    void answered(Claim claim, CallOperation operation, Answer given) {
      log.add(given.words());
    }

    @Override
    void drop(Claim claim, CallOperation operation) {
      log.add("dropped");
    }
  }
}
