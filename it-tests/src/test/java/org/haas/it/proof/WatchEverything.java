package org.haas.it.proof;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has every switch watched during every {@code *IT}, after each change that HaaS announces; a test
 * during which something leaked fails. Found by JUnit itself: no test has to ask for it.
 */
public final class WatchEverything
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  private static final Duration SHORTEST_NAP = Duration.ofMillis(150);
  private static final Duration LONGEST_LOOK = Duration.ofMillis(1500);

  private static final Set<String> LEAKS = new LinkedHashSet<>();
  private static volatile boolean watching;

  /** For JUnit. */
  public WatchEverything() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!watching && context.getRequiredTestClass().getSimpleName().endsWith("IT")) {
      watching = true;
      Thread watch = new Thread(WatchEverything::watch, "leak-watch");
      watch.setDaemon(true);
      watch.start();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertNothingLeaked();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    assertNothingLeaked();
  }

  private static void assertNothingLeaked() {
    Set<String> found = found();
    if (!found.isEmpty()) {
      throw new AssertionError("Leaked meanwhile:\n" + String.join("\n", found));
    }
  }

  /** What leaked since the last time this was asked; who asks answers for it. */
  static Set<String> found() {
    synchronized (LEAKS) {
      Set<String> found = new LinkedHashSet<>(LEAKS);
      LEAKS.clear();
      return found;
    }
  }

  /** For who leaked on purpose: what was seen just before it was mended may be told just after. */
  static void awaitNothingFound() {
    Set<String> found;
    do {
      LockSupport.parkNanos(LONGEST_LOOK.toNanos());
      found = found();
    } while (!found.isEmpty());
  }

  private static void watch() {
    while (watching) {
      try (LeakWatch watch = new LeakWatch();
          Records changes = Records.open()) {
        while (watching) {
          List<String> leaks = watch.look();
          synchronized (LEAKS) {
            LEAKS.addAll(leaks);
          }
          LockSupport.parkNanos(SHORTEST_NAP.toNanos());
          changes.awaitChange(LONGEST_NAP);
        }
      } catch (IllegalStateException
          | UncheckedIOException noDatabase) { // a test ends it, or it is not there yet
        LockSupport.parkNanos(LONGEST_NAP.toNanos());
      } catch (RuntimeException broken) {
        synchronized (LEAKS) {
          LEAKS.add("Nothing is known, for the watch broke: " + broken);
        }
      }
    }
  }
}
