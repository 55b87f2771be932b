package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.haas.access.Caller;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterEach;

/** A hub, its machine, and viewers. */
abstract class HubTest {
  static final int SCROLLBACK = 256 * 1024;
  private static final Duration SOON = Duration.ofSeconds(10);
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:00:00Z"), ZoneOffset.UTC);

  final ConsoleInMemory machine = new ConsoleInMemory();
  final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  final ConsoleHub hub = hub(machine);

  ConsoleHub hub(Line line) {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          threads.add(thread);
          return thread;
        };
    Place place = Place.ofNode(1, new Label("node-1"), UUID.randomUUID());
    return new ConsoleHub(
        place, line, new ConsoleHub.Settings(SCROLLBACK, Duration.ofSeconds(30), CLOCK, factory));
  }

  Seat seat(ConsoleHub at, String name, ConsoleViewer viewer) {
    return new Pump(viewer, executor).begin(wake -> at.join(guest(name, wake)));
  }

  static Guest guest(String name, Runnable wake) {
    Caller caller = new Caller("issuer", name, name, false);
    return Guest.here(new Visit(caller, true, Optional.empty()), wake);
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited %s in vain", SOON).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  @AfterEach
  void leavesNoThread() throws InterruptedException {
    hub.end("The test is over.");
    for (Thread thread : threads) {
      thread.join(SOON.toMillis());
      assertThat(thread.isAlive()).isFalse();
    }
    executor.shutdownNow();
  }
}
