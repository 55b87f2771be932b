package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineupTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final int PLACES = 8;

  private final Lineup lineup = new Lineup(() -> PLACES);

  @Test
  void next_severalWait_areServedInTheirOrderOnce() {
    lineup.add(queue(1));
    lineup.add(queue(2));
    lineup.add(queue(1));
    assertThat(List.of(next(), next())).containsExactly(queue(1), queue(2));
    assertThat(lineup.next(Duration.ZERO)).isEmpty();
  }

  @Test
  void add_moreThanPlaces_startsNoMoreWorkers() {
    assertThat(IntStream.range(0, 100).filter(id -> lineup.add(queue(id)))).hasSize(PLACES);
  }

  @Test
  void add_somebodyIsIdle_startsNobody() throws InterruptedException {
    lineup.add(queue(1));
    next();
    CompletableFuture<Optional<QueueId>> idle =
        CompletableFuture.supplyAsync(() -> lineup.next(LONG));
    while (lineup.add(queue(2))) { // until he has come
      Thread.sleep(1);
    }
    assertThat(idle.join()).contains(queue(2));
  }

  @Test
  void next_everyPlaceWantedBySlowOnes_keepsTheMostForOthers() {
    Stream<QueueId> dead = IntStream.range(0, 100).mapToObj(LineupTest::queue);
    dead.forEach(
        queue -> {
          lineup.done(queue, true);
          lineup.add(queue);
        });
    lineup.add(queue(1000));
    lineup.add(queue(1001));
    List<QueueId> served =
        Stream.generate(() -> lineup.next(Duration.ZERO))
            .limit(PLACES)
            .flatMap(Optional::stream)
            .toList();
    assertThat(served).containsExactly(queue(0), queue(1), queue(1000), queue(1001));
  }

  @Test
  void done_slowOne_makesAPlaceForTheNextSlowOne() {
    for (int id = 0; id < 3; id++) {
      lineup.done(queue(id), true);
      lineup.add(queue(id));
    }
    next();
    next();
    assertThat(lineup.next(Duration.ZERO)).isEmpty();
    lineup.done(queue(0), true);
    assertThat(next()).isEqualTo(queue(2));
  }

  @Test
  void done_promptAgain_isNoLongerSlow() {
    lineup.done(queue(1), true);
    lineup.done(queue(1), false);
    lineup.done(queue(2), true);
    lineup.add(queue(2));
    lineup.add(queue(1));
    assertThat(List.of(next(), next())).containsExactly(queue(2), queue(1));
    lineup.done(queue(1), false);
    assertThat(lineup.next(Duration.ZERO)).isEmpty();
  }

  @Test
  void close_someWait_tellsThemAndServesNobody() {
    lineup.add(queue(1));
    assertThat(lineup.close()).containsExactly(queue(1));
    assertThat(lineup.add(queue(2))).isFalse();
    assertThat(lineup.next(LONG)).isEmpty();
  }

  private QueueId next() {
    return lineup.next(LONG).orElseThrow();
  }

  private static QueueId queue(long node) {
    return QueueId.ofNode(node);
  }
}
