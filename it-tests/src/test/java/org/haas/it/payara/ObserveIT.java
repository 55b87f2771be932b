package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.error.ErrorCode;
import org.haas.error.Errors;
import org.haas.network.Attachments;
import org.haas.node.Nodes;
import org.haas.operation.Lookout;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.switches.DriftReport;
import org.haas.switches.Drifts;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that went back in time is not believed before somebody has looked at the switches. */
@ExtendWith(ArquillianExtension.class)
class ObserveIT {
  private static final long LATER_OPERATION = 1_000_000_000_000L;

  @Inject private Bench bench;
  @Inject private Nodes nodes;
  @Inject private Attachments attachments;
  @Inject private Operations operations;
  @Inject private Drifts drifts;
  @Inject private Lookout lookout;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @AfterEach
  void acceptWhateverHappened() {
    bench.update(
        "update observation set accepted_at = clock_timestamp(), accepted_by = 'it'"
            + " where accepted_at is null");
    Bench.await(() -> !lookout.isObserving());
  }

  @Test
  void database_wentBackInTime_nothingIsWrittenOrGivenAwayUntilAccepted() {
    Label project = bench.project("physics");
    Label node = bench.wiredNode();
    Label other = bench.wiredNode();
    Label network = bench.network("net", project);
    nodes.reserve(project, node);
    assertThat(bench.end(connect(node, network))).isEqualTo(OperationState.DONE);
    goBackInTime();

    assertOnlyObserves(() -> nodes.reserve(project, other));
    assertOnlyObserves(() -> bench.network("more", project));
    assertOnlyObserves(() -> connect(node, network));
    OperationView detach = attachments.detach(node, Bench.nic(), network);
    bench.asAdmin();
    assertRefused(ErrorCode.BLOCKED, "not complete", drifts::accept);
    awaitComplete();
    assertThat(operations.show(detach.id()).state()).isEqualTo(OperationState.PENDING);
    assertThat(carrying()).as("ports that carry something").isEqualTo(1);

    assertThat(drifts.accept().observing()).isEmpty();
    assertRefused(ErrorCode.ILLEGAL_STATE, "nothing to accept", drifts::accept);
    assertThat(bench.end(detach)).isEqualTo(OperationState.DONE);
    assertThat(carrying()).isZero();
    Bench.await(() -> !lookout.isObserving());
    nodes.reserve(project, other);
  }

  /** As if the newest operation that switches were told about had never been. */
  private void goBackInTime() {
    Path witness = Path.of(System.getenv("HAAS_STATE")).resolve("witness");
    long epoch = bench.number("select coalesce(max(id), 0) from observation");
    String lost = "%d %s %d".formatted(LATER_OPERATION, UUID.randomUUID(), epoch);
    Bench.await(
        () -> {
          write(witness, lost);
          return bench.number("select count(*) from observation where accepted_at is null") == 1;
        });
    Bench.await(lookout::isObserving);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void awaitComplete() {
    Bench.await(
        () -> {
          giveUpOnOtherSwitches();
          return drifts.report().observing().filter(DriftReport.Observing::complete).isPresent();
        });
    assertThat(drifts.report().checks())
        .filteredOn(check -> check.switchName().equals(bench.switchName()))
        .singleElement()
        .satisfies(check -> assertThat(check.state()).contains(OperationState.DONE));
  }

  /** Those of other tests are gone: one try is enough. */
  private void giveUpOnOtherSwitches() {
    bench.update(
        "update operation set attempts = 99 where looks and finished_at is null and switch <> ?",
        bench.switchName().value());
  }

  private OperationView connect(Label node, Label network) {
    return attachments.connect(node, Bench.nic(), network, Optional.empty());
  }

  private long carrying() {
    try (var hardware = bench.hardware()) {
      return hardware.running(bench.switchName()).values().stream()
          .filter(config -> !config.parked() && !config.equals(PortConfig.EVERYTHING))
          .count();
    }
  }

  private static void assertOnlyObserves(ThrowingCallable call) {
    assertRefused(ErrorCode.BLOCKED, "HaaS only observes", call);
  }

  private static void assertRefused(ErrorCode code, String words, ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(refusal).as("nothing was refused").isNotNull();
    assertThat(Errors.view(refusal).code()).as(refusal.toString()).isEqualTo(code);
    assertThat(Errors.view(refusal).message()).contains(words);
  }
}
