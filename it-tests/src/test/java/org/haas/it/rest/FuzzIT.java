package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.rest.HostileRequests.Hostile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many hostile requests, made from the description of v1, by everybody. */
class FuzzIT {
  private static final int REQUESTS = Integer.getInteger("haas.fuzz.requests", 10_000);
  private static final int THREADS = 6;
  private static final int SHOWN = 40;
  private static final int ATTEMPTS = 5;
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
  private static final Pattern STACK_TRACE =
      Pattern.compile("\\w+(Exception|Error): |\\sat [a-z]+[.][\\w.]+[(]|Payara|GlassFish");

  /** What is everybody's: an administrator's request might be done. */
  private static final Set<String> OF_ALL = Set.of("deleteMaintenance", "acceptDrift");

  private static final long SEED =
      Optional.ofNullable(Long.getLong("haas.seed")).orElseGet(() -> new Random().nextLong());

  private static Site site;
  private static Map<String, String> names;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void prepare() {
    site = new Site();
    String user = site.freshUser("fuzz");
    names =
        Map.ofEntries(
            Map.entry("project", site.project),
            Map.entry("owner", site.project),
            Map.entry("node", site.bareNode()),
            Map.entry("network", site.network()),
            Map.entry("switch", site.switchName),
            Map.entry("username", user),
            Map.entry("createUser.username", site.freshName("fuzz")),
            Map.entry("name", site.freshName("fuzz")),
            Map.entry("id", NO_ID),
            Map.entry("putBmc.node", site.bareNode()),
            Map.entry("putMaintenance.project", "x1"),
            Map.entry("reserveNodes.project", "x1")); // any nodes are everybody's
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.admin.delete("v1/nodes/" + names.get("putBmc.node") + "/bmc");
    site.close();
  }

  @Test
  void anyRequest_isAnsweredAsDescribedAndNeverByAFailure() throws Exception {
    System.out.println("Fuzzing v1 with -Dhaas.seed=" + SEED);
    Queue<Hostile> requests =
        new ConcurrentLinkedQueue<>(new HostileRequests(names, SEED).next(REQUESTS));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> senders =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(sender -> threads.submit(() -> sendAll(requests, sender)))
              .toList();
      for (Future<?> sender : senders) {
        finish(sender);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(wrong).as("-Dhaas.seed=%d: %d wrong", SEED, wrong.size()).isEmpty();
  }

  private static void finish(Future<?> sender) throws InterruptedException {
    try {
      sender.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("-Dhaas.seed=" + SEED, failed);
    }
  }

  private void sendAll(Queue<Hostile> requests, int sender) {
    int turn = sender;
    for (Hostile next = requests.poll(); next != null; next = requests.poll()) {
      CallerRole caller = caller(turn, next);
      turn++;
      try {
        judge(next, caller, send(next, caller.in(site)));
      } catch (AssertionError notAsDescribed) {
        note(next, caller, notAsDescribed.getMessage());
      }
    }
  }

  private static CallerRole caller(int turn, Hostile request) {
    CallerRole wanted =
        List.of(CallerRole.ADMIN, CallerRole.MEMBER, CallerRole.ADMIN, CallerRole.ANONYMOUS)
            .get(turn % 4);
    boolean everybodys = OF_ALL.contains(request.operation()) && wanted == CallerRole.ADMIN;
    return everybodys ? CallerRole.MEMBER : wanted;
  }

  /** What was made is taken away again. */
  private static Answer send(Hostile request, Api caller) {
    Answer answer = answer(request, caller);
    if (answer.status() == 201) {
      answer
          .header("Location")
          .map(made -> made.replaceFirst("^/api/", ""))
          .ifPresent(site.admin::delete);
    }
    return answer;
  }

  /** A connection that the server ends between two requests is no answer: the next one has it. */
  private static Answer answer(Hostile request, Api caller) {
    for (int attempt = 1; ; attempt++) {
      try {
        return caller.send(
            request.verb(),
            request.path(),
            request.body(),
            request.headers().toArray(String[]::new));
      } catch (UncheckedIOException ended) {
        if (attempt == ATTEMPTS) {
          throw new AssertionError("no answer " + ATTEMPTS + " times", ended);
        }
      }
    }
  }

  private void judge(Hostile request, CallerRole caller, Answer answer) {
    if (answer.status() >= 500) {
      note(request, caller, "a failure: " + answer);
    } else if (STACK_TRACE.matcher(answer.body()).find()) {
      note(request, caller, "it tells of the inside: " + answer);
    } else if (isNeverSeen(request, answer)) {
      return;
    } else if (answer.status() >= 400 && !isProblem(answer)) {
      note(request, caller, "no problem+json: " + answer);
    } else if (caller == CallerRole.ANONYMOUS && answer.status() < 400) {
      note(request, caller, "nobody is served: " + answer);
    }
  }

  /**
   * What no application of the container can answer, since it is asked for none: a path with NUL is
   * refused by its connector without a word, before it chooses an application; one that climbs out
   * of {@code /api} by escaped dots is the portal's path by then, which sends to its login or knows
   * no such page.
   */
  private static boolean isNeverSeen(Hostile request, Answer answer) {
    String path = request.path().replaceFirst("[?].*", "");
    boolean nul = path.contains("%00") && answer.status() == 400 && answer.body().isEmpty();
    boolean climbed =
        !resolved("/api/" + path).startsWith("/api/") && Set.of(302, 404).contains(answer.status());
    return nul || climbed;
  }

  /** As the container reads it: escapes first, then dots. */
  private static String resolved(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : URLDecoder.decode(path, StandardCharsets.UTF_8).split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts) + "/";
  }

  private static boolean isProblem(Answer answer) {
    return answer
        .header("Content-Type")
        .filter(type -> type.startsWith("application/problem+json"))
        .isPresent();
  }

  private void note(Hostile request, CallerRole caller, String what) {
    if (wrong.size() < SHOWN) {
      wrong.add(
          "%s as %s: %s"
              .formatted(request, caller, what.substring(0, Math.min(400, what.length()))));
    }
  }
}
