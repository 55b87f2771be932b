package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.haas.it.Answer;

/**
 * Two requests at the same moment, of which one at most may succeed.
 *
 * @param name for messages
 * @param first asked as often as the second
 * @param after puts everything back, given the answers of both
 */
record Duel(String name, Supplier<Answer> first, Supplier<Answer> second, After after) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** What is to be done when both have answered. */
  interface After {
    void tidy(Answer first, Answer second);
  }

  /**
   * Fights it once.
   *
   * @param lead how much earlier the first is asked, or later when negative
   * @return the index of the winner
   */
  int fight(Duration lead) {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture<Answer> one =
        CompletableFuture.supplyAsync(() -> answer(start, lead.negated(), first));
    Answer other = answer(start, lead, second);
    List<Answer> answers = List.of(one.join(), other);
    for (Answer answer : answers) {
      assertThat(answer.status()).as("%s: %s", name, answers).isLessThan(500);
    }
    List<Integer> winners =
        List.of(0, 1).stream().filter(i -> answers.get(i).status() < 300).toList();
    assertThat(winners).as("%s: winners of %s", name, answers).hasSize(1);
    after.tidy(answers.get(0), answers.get(1));
    return winners.get(0);
  }

  private static Answer answer(CyclicBarrier start, Duration wait, Supplier<Answer> request) {
    try {
      start.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
    LockSupport.parkNanos(Math.max(0, wait.toNanos()));
    long begin = System.nanoTime();
    Answer answer = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .as(answer.toString())
        .isLessThan(LONGEST);
    return answer;
  }
}
