package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Looks at a node in the database again and again, also while no server lives. When it is free, it
 * asks the hardware what should have kept it.
 */
final class FreeWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final String node;
  private final Supplier<String> why;
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean over;

  FreeWatch(String node, Supplier<String> why) {
    this.node = node;
    this.why = why;
    thread = new Thread(this::watch, "free-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its state in the database. */
  String state() {
    try (Records records = Records.open()) {
      return state(records);
    }
  }

  private String state(Records records) {
    return records.rows("select state from node where label = '%s'".formatted(node)).get(0).get(0);
  }

  private void watch() {
    try (Records records = Records.open()) {
      while (!over) {
        look(records);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (RuntimeException broken) {
      seen.add("the watch broke: " + broken);
    }
  }

  /** The hardware between two looks at the database: it was reserved neither before nor after. */
  private void look(Records records) {
    if (state(records).equals("FREE")) {
      String reason = why.get();
      if (!reason.isEmpty() && state(records).equals("FREE")) {
        seen.add(reason);
      }
    }
  }

  void assertNothingSeen() {
    assertThat(seen).as("why %s was not free when it was said to be", node).isEmpty();
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
