package org.haas.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what is done and how long it took. Safe for several threads. */
final class Progress {
  private final PrintStream out;
  private final PrintStream errors;
  private final long beginning = System.nanoTime();

  Progress(PrintStream out, PrintStream errors) {
    this.out = out;
    this.errors = errors;
  }

  /** One step that has ended well; its duration is printed when the next line of it is due. */
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  /** Runs a step; prints its name before and its duration after it. */
  void step(String part, String doing, Step step) throws IOException, InterruptedException {
    say(part, doing);
    long from = System.nanoTime();
    step.run();
    say(part, "%s: done in %s".formatted(doing, seconds(System.nanoTime() - from)));
  }

  /** Prints one line with the time since the launcher began. */
  void say(String part, String sentence) {
    print("[%7s] %-10s %s".formatted(seconds(System.nanoTime() - beginning), part, sentence));
  }

  /** Prints lines as they are. */
  synchronized void print(String lines) {
    out.println(lines);
    out.flush();
  }

  /** Prints what went wrong, where errors belong. */
  synchronized void complain(String sentence) {
    out.flush();
    errors.println(sentence);
    errors.flush();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
  }
}
