package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.haas.network.Attachments;
import org.haas.node.Nodes;
import org.haas.operation.Claim;
import org.haas.operation.ClaimLostException;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.QueueId;
import org.haas.operation.QueueStore;
import org.haas.operation.UpkeepStore;
import org.haas.spi.Label;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One worker a queue, whichever of the two instances it runs in. */
@ExtendWith(ArquillianExtension.class)
class QueueClaimsIT {
  private static final AtomicLong LAST = new AtomicLong(System.nanoTime());
  private static final int NODES = 8;
  private static final int ROUNDS = 3;

  /** A queue without work: no worker comes. */
  private final QueueId queue = new QueueId("it", LAST.incrementAndGet());

  @Inject private Bench bench;
  @Inject private QueueStore queues;
  @Inject private UpkeepStore upkeep;
  @Inject private Journal journal;
  @Inject private Nodes nodes;
  @Inject private Attachments attachments;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @BeforeEach
  void openQueue() {
    bench.update("insert into work_queue (name) values (?)", queue.toString());
  }

  @AfterEach
  void closeQueue() {
    bench.update("delete from work_queue where name = ?", queue.toString());
  }

  @Test
  void claim_heldByAnother_isEmpty() {
    assertThat(queues.isFree(queue)).isTrue();
    assertThat(queues.claim(queue)).isPresent();
    assertThat(queues.isFree(queue)).isFalse();
    assertThat(queues.claim(queue)).isEmpty();
  }

  @Test
  void claim_afterRelease_hasALargerFence() {
    Claim first = queues.claim(queue).orElseThrow();
    assertThat(queues.release(first)).isTrue();
    assertThat(queues.claim(queue).orElseThrow().fence()).isGreaterThan(first.fence());
  }

  @Test
  void claim_predecessorVanished_waitsOutHisLongestCommandToo() {
    assertThat(queues.claim(queue)).isPresent();
    expire("1 second");
    assertThat(queues.claim(queue)).isEmpty();
    expire("1 hour");
    assertThat(queues.claim(queue)).isPresent();
  }

  @Test
  void claim_predecessorVanished_isReadOnceMoreWhenHisLinesCannotArrive() {
    assertThat(queues.claim(queue)).isPresent();
    assertThat(mended("mend_at is null")).isEqualTo(1);
    expire("1 hour");
    Claim successor = queues.claim(queue).orElseThrow();
    assertThat(mended("mend_at > clock_timestamp() + interval '1 minute'")).isEqualTo(1);
    assertThat(queues.release(successor)).isTrue();
    bench.update("update work_queue set mend_at = null where name = ?", queue.toString());
    assertThat(queues.claim(queue)).isPresent();
    assertThat(mended("mend_at is null")).isEqualTo(1);
  }

  private long mended(String condition) {
    return bench.number(
        "select count(*) from work_queue where name = ? and " + condition, queue.toString());
  }

  @Test
  void take_afterLostClaim_throws() {
    Claim lost = queues.claim(queue).orElseThrow();
    expire("1 hour");
    Claim successor = queues.claim(queue).orElseThrow();
    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> journal.take(lost));
    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> upkeep.saved(lost));
    assertThat(queues.renew(lost)).isFalse();
    assertThat(queues.release(lost)).isFalse();
    assertThat(journal.take(successor)).isEmpty();
  }

  @Test
  void take_claimRunOut_throwsThoughNobodyElseCame() {
    Claim claim = queues.claim(queue).orElseThrow();
    expire("1 millisecond");
    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> journal.take(claim));
    assertThat(queues.renew(claim)).isFalse();
  }

  @Test
  void connect_twoInstances_neverWriteToOneSwitchAtOnce() {
    Label project = bench.project("physics");
    Label network = bench.network("net", project);
    List<Label> machines = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      machines.add(bench.wiredNode());
    }
    bench.asMember(project);
    machines.forEach(node -> nodes.reserve(project, node));
    for (int round = 0; round < ROUNDS; round++) {
      takeTheQueueFromItsWorker();
      assertAllDone(machines.stream().map(node -> connect(node, network)).toList());
      assertAllDone(
          machines.stream().map(node -> attachments.detach(node, Bench.nic(), network)).toList());
    }
    try (var hardware = bench.hardware()) {
      assertThat(hardware.overlappingWriters(bench.switchName())).isZero();
      assertThat(hardware.staleWriters(bench.switchName())).isZero();
      assertThat(hardware.sessions(bench.switchName())).isGreaterThanOrEqualTo(ROUNDS);
      assertThat(hardware.startup(bench.switchName()))
          .isEqualTo(hardware.running(bench.switchName()));
    }
    machines.forEach(node -> nodes.release(Optional.of(project), node));
  }

  private OperationView connect(Label node, Label network) {
    return attachments.connect(node, Bench.nic(), network, Optional.empty());
  }

  private void assertAllDone(List<OperationView> operations) {
    operations.forEach(
        operation -> assertThat(bench.end(operation)).isEqualTo(OperationState.DONE));
  }

  /** Once nothing is due the worker only lingers; then both instances race for the queue again. */
  private void takeTheQueueFromItsWorker() {
    String name = bench.switchName().value();
    String open =
        "select count(*) from operation where switch = ? and state in ('PENDING', 'RUNNING')";
    Bench.await(() -> bench.number(open, name) == 0);
    bench.update(
        "update work_queue set holder = null, claim_until = null"
            + " where name = (select 'switch:' || id from switch where label = ?)",
        name);
  }

  /** The queue's holder has not been heard of since his claim ended so long ago. */
  private void expire(String ago) {
    bench.update(
        "update work_queue set claim_until = clock_timestamp() - cast(? as interval)"
            + " where name = ?",
        ago,
        queue.toString());
  }
}
