package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private final Announcements announcements = new Announcements();

  private static Change change(String name) {
    return new Change(Change.Kind.NODE, name, Optional.of(name), OptionalLong.empty());
  }

  @Test
  void take_toldTwice_isThereOnceInOrder() throws InterruptedException {
    announcements.tell(List.of(change("a"), change("b")));
    announcements.tell(List.of(change("c"), change("a")));
    assertThat(announcements.take()).containsExactly(change("a"), change("b"), change("c"));
  }

  @Test
  void take_takenBefore_isThereOnlyWhenToldAgain() throws Exception {
    announcements.tell(List.of(change("a")));
    announcements.take();
    CompletableFuture<List<Change>> next = CompletableFuture.supplyAsync(this::taken);
    announcements.tell(List.of(change("a")));
    assertThat(next.get(10, TimeUnit.SECONDS)).containsExactly(change("a"));
  }

  @Test
  void take_moreThanAnybodyLooksAt_isToldToLookAtEverything() throws InterruptedException {
    announcements.tell(
        IntStream.rangeClosed(0, Announcements.MOST).mapToObj(i -> change("n" + i)).toList());
    assertThat(announcements.take()).containsExactly(Change.MISSED);
  }

  private List<Change> taken() {
    try {
      return announcements.take();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
