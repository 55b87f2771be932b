package org.haas.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Brings up what is missing of an instance: all parts at the same time, as far as they can. */
final class Start {
  private final Parts parts;
  private final Progress progress;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch databaseAnswers = new CountDownLatch(1);
  private final List<Part> begun = new ArrayList<>();

  Start(Parts parts, Progress progress) {
    this.parts = parts;
    this.progress = progress;
  }

  /**
   * Returns when everything answers.
   *
   * @throws Failure naming what did not come up; {@link #undo} is the caller's to call then
   */
  void run() throws IOException, InterruptedException {
    List<Part> missing = missing();
    if (!missing.contains(parts.postgres())) {
      databaseAnswers.countDown();
    }
    begun.addAll(missing);
    ExecutorCompletionService<Void> running = new ExecutorCompletionService<>(workers);
    for (Part part : missing) {
      running.submit(
          () -> {
            begin(part);
            return null;
          });
    }
    for (int i = 0; i < missing.size(); i++) {
      await(running);
    }
    workers.shutdown();
  }

  private List<Part> missing() throws IOException, InterruptedException {
    List<Part> missing = new ArrayList<>();
    for (Part part : parts.wanted()) {
      if (part.running().isPresent() && part.outdated()) {
        progress.step(part.name(), "stopping what an older build started", part::stop);
      }
      if (!serves(part)) {
        part.requireRoom();
      }
      if (part.running().isEmpty()) {
        missing.add(part);
      } else {
        progress.say(part.name(), "runs already");
      }
    }
    return missing;
  }

  /**
   * Whether it runs and answers. A process that was just killed is still there for a moment, and
   * one that was just started does not answer yet; what does neither in time is stopped.
   */
  private boolean serves(Part part) throws IOException, InterruptedException {
    boolean decided =
        Waiting.until(Duration.ofMinutes(2), () -> part.running().isEmpty() || part.answers());
    if (!decided) {
      progress.step(part.name(), "stopping it, as it does not answer", part::stop);
    }
    return part.running().isPresent();
  }

  private void begin(Part part) throws IOException, InterruptedException {
    part.prepare(progress);
    if (part == parts.payara()) {
      databaseAnswers.await();
    }
    part.start(progress);
    if (part == parts.postgres()) {
      databaseAnswers.countDown();
    }
  }

  private static void await(ExecutorCompletionService<Void> running)
      throws IOException, InterruptedException {
    try {
      running.take().get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IOException(failed.getCause());
    }
  }

  /** Gives up: ends what is under way and stops what this start began. Repeats safely. */
  void undo() throws IOException, InterruptedException {
    workers.shutdownNow();
    workers.awaitTermination(1, TimeUnit.MINUTES);
    for (Part part : begun) {
      part.stop();
    }
  }
}
