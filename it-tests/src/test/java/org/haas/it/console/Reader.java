package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.haas.it.Api;

/** Somebody who reads a console by HTTP. */
public final class Reader implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final InputStream body;
  private final HttpResponse<InputStream> answer;
  private final Thread reader;

  private Reader(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.body = answer.body();
    this.reader = new Thread(this::read, "console-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Begins to read. */
  public static Reader of(Api api, String path, String... headers) {
    try {
      HttpResponse<InputStream> answer = api.stream(path, headers);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return new Reader(answer);
    } catch (IOException failed) {
      throw new AssertionError(path, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try {
      for (int count = 0; count >= 0; count = body.read(buffer)) {
        add(buffer, count);
      }
    } catch (IOException closed) {
      add(new byte[0], 0);
    }
  }

  private synchronized void add(byte[] bytes, int count) {
    read.write(bytes, 0, count);
  }

  String type() {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  /** What was read so far. */
  public synchronized String text() {
    return read.toString(StandardCharsets.UTF_8);
  }

  /** Waits until that was read. */
  public void reads(String part) {
    reads(text -> text.contains(part), part);
  }

  public void reads(Predicate<String> enough, String what) {
    reads(enough, what, PATIENCE);
  }

  /** Waits until that was read, so long at most. */
  public void reads(Predicate<String> enough, String what, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!enough.test(text())) {
      assertThat(System.nanoTime()).as("%s: read so far: %s", what, text()).isLessThan(end);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Waits until the server has ended it. */
  public void ends() {
    try {
      reader.join(PATIENCE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    assertThat(reader.isAlive()).as("the console goes on: %s", text()).isFalse();
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
