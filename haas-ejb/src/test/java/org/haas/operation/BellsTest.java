package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BellsTest {
  private static final QueueId QUEUE = QueueId.ofSwitch(1);

  private final Bells bells = new Bells();

  @Test
  void ring_again_needsNoSecondWorker() {
    assertThat(bells.ring(QUEUE)).isTrue();
    assertThat(bells.ring(QUEUE)).isFalse();
  }

  @Test
  void ring_afterTheWorkerLeft_needsAnother() {
    bells.ring(QUEUE);
    bells.remove(QUEUE, bells.of(QUEUE));
    assertThat(bells.ring(QUEUE)).isTrue();
  }

  @Test
  void await_rungBefore_returnsAtOnce() {
    bells.ring(QUEUE);
    long from = System.nanoTime();
    bells.of(QUEUE).await(Duration.ofMinutes(1));
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void close_aWorkerWaits_wakesItAndReturnsWhenItLeft() {
    Bells.Bell bell = bells.of(QUEUE);
    CompletableFuture<Boolean> worker =
        CompletableFuture.supplyAsync(
            () -> {
              bell.await(Duration.ofMinutes(1));
              boolean asked = bells.areClosing();
              bells.remove(QUEUE, bell);
              return asked;
            });
    bells.close();
    assertThat(worker.join()).isTrue();
  }
}
