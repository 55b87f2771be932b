package org.haas.it.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/** Makes one {@link Edit} on things of its own, by an administrator. */
final class EditDesk implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger(10_000);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int PATIENCE = 60;
  private static final String POOL = "v1/maintenance";

  private final Api admin;
  private final SiteThings things;
  private final Edit edit;
  private final String thing;
  private final String path;
  private final Optional<String> body;

  EditDesk(Site site, Edit edit) {
    this.admin = site.admin;
    this.things = new SiteThings(site);
    this.edit = edit;
    fill("<freshProject>"); // before what it may use, so that it goes after that
    this.thing = fill(edit.thing());
    this.path = fill(edit.path());
    this.body = edit.json().map(things::fill);
    if (thing.equals(POOL)) {
      String pool =
          "{\"project\":\"<freshProject>\",\"url\":\"http://127.0.0.1:9/\",\"secret\":\"%s\"}";
      admin.put(POOL, fill(pool.formatted("0123456789abcdef"))).is(200);
    }
    if (admin.get(thing).status() == 404) {
      meanwhile();
    }
  }

  /** What somebody else does to the thing, who says nothing of tags. */
  void meanwhile() {
    String[] request = edit.meanwhile().split(" ", 3);
    Optional<String> body = request.length > 2 ? Optional.of(fill(request[2])) : Optional.empty();
    admin.send(request[0], fill(request[1]), body).isDone();
  }

  /** The tag of the thing, once nothing happens to it by itself any more. */
  String tag() {
    String before = read();
    for (int i = 0; i < PATIENCE; i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      String now = read();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    throw new AssertionError(thing + " does not come to rest.");
  }

  /** The tag of the thing now. */
  String read() {
    return admin.get(thing).is(200).header("ETag").orElseThrow();
  }

  /** Makes the change. */
  Answer change(String ifMatch) {
    return admin.send(edit.verb(), path, body.map(EditDesk::numbered), "If-Match", ifMatch);
  }

  /** Makes the change as often at once. */
  List<Answer> race(String ifMatch, int clients) {
    return Stream.generate(() -> CompletableFuture.supplyAsync(() -> change(ifMatch)))
        .limit(clients)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private String fill(String text) {
    return numbered(things.fill(text));
  }

  private static String numbered(String text) {
    return text.replace("#", Integer.toString(NUMBER.incrementAndGet()));
  }

  @Override
  public void close() {
    if (thing.equals(POOL)) {
      admin.delete(POOL);
    }
    if (thing.startsWith("v1/switches/") && path.contains("/ports/")) {
      List.of("<freshPort>", "<otherPort>", "<pluggedPort>").stream()
          .filter(port -> (edit.path() + edit.meanwhile()).contains(port))
          .forEach(port -> admin.delete(thing + "/ports/" + fill(port) + "/nic"));
    }
  }
}
