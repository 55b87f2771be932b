package org.haas.cli.command;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/**
 * Asks about something that goes on in HaaS until it has ended, as long as {@code --timeout} says.
 *
 * @param thing what it is, for a person: {@code operation 4711}
 * @param path below {@code /api/} where it is
 * @param look the command that shows it later
 */
public record Wait(Session session, String thing, String path, String look) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
  private static final long PATIENCE_SECONDS = 600;

  /**
   * It as it was when it had come to one of these states. How far it is goes to stderr.
   *
   * @param told a line about it as it is now
   * @throws Failure TIMED_OUT
   */
  public JsonObject until(Set<String> ends, Function<JsonObject, String> told) {
    long seconds = patience();
    long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    Duration pause = FIRST_PAUSE;
    try (Progress progress = new Progress(session.world())) {
      JsonObject now = session.api().get(path);
      while (!ends.contains(now.getString("state"))) {
        progress.show(told.apply(now));
        if (System.nanoTime() - deadline > 0) {
          throw late(now.getString("state"), seconds);
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        now = session.api().get(path);
      }
      progress.show(told.apply(now));
      return now;
    }
  }

  private long patience() {
    long seconds =
        session.given().number("timeout").or(this::usualPatience).orElse(PATIENCE_SECONDS);
    if (seconds < 0) {
      throw Failure.usage("--timeout is a number of seconds.");
    }
    return seconds;
  }

  private Optional<Long> usualPatience() {
    return session
        .world()
        .variable("HAAS_TIMEOUT", "HIL_TIMEOUT")
        .map(text -> text.matches("\\d{1,9}") ? Long.parseLong(text) : PATIENCE_SECONDS);
  }

  private Failure late(String state, long seconds) {
    return new Failure(
        ExitCode.TIMED_OUT,
        "After %d s the %s is still %s; it goes on. Look again: %s"
            .formatted(seconds, thing, state, look));
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.TIMED_OUT, "Interrupted; it goes on.", stopped);
    }
  }
}
