package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haas.it.Api;

/** Somebody who listens to an event stream, and what he was told. */
public final class Listener implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Stream<String> lines;
  private final Thread reader;

  /** Returns when the server has said that everything is told from now on. */
  public Listener(Api api, String path) {
    try {
      HttpResponse<Stream<String>> answer = api.lines(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      lines = answer.body();
    } catch (IOException unreachable) {
      throw new AssertionError("No events are to be had.", unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    reader = new Thread(this::read, "listener");
    reader.setDaemon(true);
    reader.start();
    hears("event: ready"::equals);
  }

  private void read() {
    try {
      lines.forEach(told::add);
    } catch (RuntimeException closed) {
      told.add("closed");
    }
  }

  /** Waits until a line like that was told. */
  public void hears(Predicate<String> line) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (told.stream().noneMatch(line)) {
      assertThat(System.nanoTime() - deadline).as("told so far: %s", told).isNegative();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Waits until the server has ended the stream. */
  void ends() throws InterruptedException {
    reader.join(PATIENCE.toMillis());
    assertThat(reader.isAlive()).as("the stream goes on").isFalse();
  }

  /** All lines so far. */
  public List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    lines.close();
  }
}
