package org.haas.error;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.util.PSQLException;

/**
 * Does again what the database rolled back to resolve a deadlock or a serialization failure: three
 * times at most, after growing random pauses, so that the same two do not meet again. What is then
 * still refused is told as {@link ErrorCode#CONFLICT}.
 *
 * <p>Belongs around a transaction, never into one: the whole of it is done again.
 */
public final class Retry {
  private static final int RETRIES = 3;
  private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMillis(20);
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION = "40001";
  private static final Set<String> PASSING = Set.of(DEADLOCK, SERIALIZATION);

  private Retry() {}

  /** Calls until it succeeds, fails for another reason, or has failed four times. */
  public static <T> T call(Callable<T> transaction) throws Exception {
    for (int tries = 0; ; tries++) {
      try {
        return transaction.call();
      } catch (Exception failure) {
        if (tries == RETRIES || !isPassing(failure)) {
          throw failure;
        }
        pause(tries);
      }
    }
  }

  /** As {@link #call}, for what answers nothing. */
  public static void run(Runnable transaction) {
    try {
      call(
          () -> {
            transaction.run();
            return true;
          });
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the database rolled it back only because of somebody else at the same moment. */
  static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException database
          && PASSING.contains(String.valueOf(database.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static void pause(int tries) {
    long longest = LONGEST_FIRST_PAUSE.toNanos() << tries;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
  }
}
