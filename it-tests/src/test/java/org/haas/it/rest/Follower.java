package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.haas.it.Api;

/**
 * Somebody who follows a project's events, goes away in the middle of whatever he is being told,
 * and comes back with the id of the last event that he has heard to its end.
 */
final class Follower implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Api api;
  private final String path;
  private final IntSupplier patience;
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile String last;
  private final AtomicInteger visits = new AtomicInteger();
  private volatile boolean stopped;
  private volatile AssertionError failure;

  /** Something that happened. */
  record Event(long position, String what, String name) {}

  /**
   * Begins to follow.
   *
   * @param after the place to begin at
   * @param patience after how many characters he goes away, each time anew
   */
  Follower(Api api, String project, long after, IntSupplier patience) {
    this.api = api;
    this.path = "v1/projects/" + project + "/events";
    this.last = Long.toString(after);
    this.patience = patience;
    this.thread = new Thread(this::follow, "follower");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    try {
      while (!stopped) {
        visit();
      }
    } catch (AssertionError wrong) {
      failure = wrong;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void visit() throws InterruptedException {
    visits.incrementAndGet();
    try {
      HttpResponse<InputStream> answer = api.stream(path, "Last-Event-ID", last);
      try (InputStream body = answer.body();
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 64)) {
        assertThat(answer.statusCode()).isEqualTo(200);
        read(lines, patience.getAsInt());
      }
    } catch (IOException cut) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** An event counts once the empty line after it was read. */
  private void read(BufferedReader lines, int most) throws IOException {
    String name = "";
    String id = "";
    String data = "";
    int left = most;
    while (left > 0 && !stopped) {
      String line = lines.readLine();
      if (line == null) {
        return;
      }
      left -= line.length() + 1;
      if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && left > 0) {
        hear(name, id, data);
        name = "";
        data = "";
      }
    }
  }

  private void hear(String name, String id, String data) {
    if (name.equals("happened")) {
      try (JsonReader reader = Json.createReader(new StringReader(data))) {
        JsonObject event = reader.readObject();
        assertThat(event.getJsonNumber("position").toString()).isEqualTo(id);
        told.add(new Event(Long.parseLong(id), event.getString("what"), event.getString("name")));
      }
    }
    names.add(name);
    last = id;
  }

  /** Waits until such an event was told. */
  void hears(Predicate<Event> event) {
    await(() -> told.stream().anyMatch(event) ? 1 : 0);
  }

  /** Waits until an event of that name was sent: ready, happened, missed. */
  void isSent(String name) {
    await(() -> names.contains(name) ? 1 : 0);
  }

  private void await(IntSupplier so) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (so.getAsInt() == 0) {
      if (failure != null) {
        throw failure;
      }
      assertThat(System.nanoTime() - deadline).as("told so far: %s", told).isNegative();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** All that was told, as it was. */
  List<Event> told() {
    return List.copyOf(told);
  }

  /** How often he has come. */
  int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }
}
