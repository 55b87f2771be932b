package org.haas.hook;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.haas.hook.DeliveryStore.Next;
import org.haas.hook.DeliveryStore.Turn;
import org.haas.hook.SignedPost.Answer;
import org.haas.hook.SignedPost.Message;

/** Tells a webhook one event after the other, for a while: then it is others' turn. */
final class Delivery {
  private static final Duration WHILE = Duration.ofSeconds(20);

  private final DeliveryStore store;
  private final Function<Message, Answer> post;

  Delivery(DeliveryStore store, Function<Message, Answer> post) {
    this.store = store;
    this.post = post;
  }

  /** Until there is nothing more, one is not taken, or the time is over. */
  void deliver(Turn turn) {
    long from = System.nanoTime();
    boolean mine = true;
    while (mine && System.nanoTime() - from < WHILE.toNanos()) {
      Optional<Next> next = store.next(turn);
      if (next.isEmpty()) {
        store.rest(turn);
        return;
      }
      Optional<Answer> answer = next.get().message().map(post);
      if (answer.isPresent() && !answer.get().taken()) {
        store.failed(turn, answer.get());
        return;
      }
      mine = store.passed(turn, next.get().position(), answer);
    }
    store.rest(turn);
  }
}
