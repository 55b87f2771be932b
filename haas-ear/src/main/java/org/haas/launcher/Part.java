package org.haas.launcher;

import java.io.IOException;
import java.util.Optional;

/** One server of a running HaaS, started and stopped by itself. */
interface Part {
  /** As people call it. */
  String name();

  /** Where it is reached. */
  String address();

  Daemon daemon();

  /**
   * Called before anything starts, and only when it is not running.
   *
   * @throws Failure when one of its ports is taken, or a tool is missing
   */
  void requireRoom() throws IOException, InterruptedException;

  /** Whether it runs with something older than what is there now, and is to be started anew. */
  default boolean outdated() throws IOException {
    return false;
  }

  /** Whether it takes requests now; it may still refuse them for the lack of another part. */
  boolean answers();

  /** Does what takes time and needs no other part. Repeats safely. */
  void prepare(Progress progress) throws IOException, InterruptedException;

  /**
   * Starts it and returns when it answers.
   *
   * @throws Failure with the last lines of its log when it does not
   */
  void start(Progress progress) throws IOException, InterruptedException;

  /** Ends it within a bounded time. Repeats safely. */
  void stop() throws IOException, InterruptedException;

  default Optional<ProcessHandle> running() {
    return daemon().running();
  }
}
