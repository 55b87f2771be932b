package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchWatch;
import org.junit.jupiter.api.Test;

class SwitchListenerTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** What the switch tells, in turn: true for news, false for its end. */
  private final BlockingQueue<Boolean> told = new LinkedBlockingQueue<>();

  private final Semaphore looks = new Semaphore(0);
  private final SwitchListener listener = new SwitchListener(1, looks::release);

  private final SwitchWatch watch =
      new SwitchWatch() {
        @Override
        public boolean await(Duration longest) {
          try {
            if (Boolean.FALSE.equals(told.take())) {
              throw new DriverException(Kind.UNREACHABLE, "It ended.");
            }
            return true;
          } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
          }
        }

        @Override
        public void close() {
          told.add(false);
        }
      };

  @Test
  void listen_begins_looksAtWhatWasChangedBefore() throws Exception {
    CompletableFuture<Void> listening = CompletableFuture.runAsync(this::listen);

    assertThat(looks.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    listener.end();
    assertThat(listening).succeedsWithin(LONG);
  }

  @Test
  void listen_news_looksOnceForManyWithinASecond() throws Exception {
    CompletableFuture<Void> listening = CompletableFuture.runAsync(this::listen);
    looks.acquire();
    told.add(true);

    assertThat(looks.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    listener.end();
    assertThat(listening).succeedsWithin(LONG);
    assertThat(looks.availablePermits()).as("looks without news").isZero();
  }

  @Test
  void listen_connectionBreaks_endsWithoutAnError() {
    told.add(false);

    assertThat(CompletableFuture.runAsync(this::listen)).succeedsWithin(LONG);
  }

  @Test
  void listen_switchThatCannotBeHeard_endsWithoutALook() {
    listener.listen(
        () -> {
          throw new DriverException(Kind.UNREACHABLE, "Nobody listens.");
        });

    assertThat(looks.availablePermits()).isZero();
  }

  @Test
  void listen_endedBefore_looksAtNothing() {
    listener.end();
    listen();

    assertThat(looks.availablePermits()).isZero();
  }

  private void listen() {
    listener.listen(() -> watch);
  }
}
