package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens in a project, as somebody hears it who goes away and comes back. */
class ProjectEventsIT {
  private static final int CLIENTS = 6;
  private static final int ROUNDS = 25;
  private static final int MOST_PATIENT = 3000;
  private static final int FOR_EVER = Integer.MAX_VALUE;

  private static Site site;
  private static long seed;

  @BeforeAll
  static void prepare() {
    site = new Site();
    seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("ProjectEventsIT: -Dhaas.seed=" + seed);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  /** A client's node and the networks that it made, in order. */
  private record Work(String node, List<String> networks, String operation) {}

  @Test
  void follow_reconnectingAtRandom_hearsEachEventOnceAndInOrder()
      throws InterruptedException, ExecutionException {
    Random random = new Random(seed);
    try (Follower restless = follower(0, () -> 200 + random.nextInt(MOST_PATIENT));
        Follower steady = follower(0, () -> FOR_EVER)) {
      List<Work> works = work();
      String mark = site.network();
      restless.hears(event -> event.name().equals(mark));
      steady.hears(event -> event.name().equals(mark));
      List<Follower.Event> heard = restless.told();
      assertThat(heard)
          .isSortedAccordingTo(Comparator.comparingLong(Follower.Event::position))
          .doesNotHaveDuplicates()
          .isEqualTo(steady.told());
      works.forEach(each -> judge(heard, each));
      assertThat(restless.visits()).isGreaterThan(CLIENTS);
      System.out.printf("ProjectEventsIT: %d events, %d visits%n", heard.size(), restless.visits());
    }
  }

  private static void judge(List<Follower.Event> heard, Work work) {
    List<String> ofNode = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ofNode.addAll(List.of("node.reserved", "node.released"));
    }
    ofNode.add("node.reserved");
    assertThat(whatOf(heard, work.node())).isEqualTo(ofNode);
    for (String network : work.networks()) {
      assertThat(whatOf(heard, network)).containsExactly("network.created", "network.deleted");
    }
    assertThat(whatOf(heard, work.operation()))
        .startsWith("operation.pending")
        .endsWith("operation.done")
        .doesNotHaveDuplicates();
  }

  private static List<String> whatOf(List<Follower.Event> heard, String name) {
    return heard.stream()
        .filter(event -> event.name().equals(name))
        .map(Follower.Event::what)
        .toList();
  }

  private static List<Work> work() throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Work>> all =
          Stream.generate(() -> (Callable<Work>) ProjectEventsIT::client).limit(CLIENTS).toList();
      List<Work> done = new ArrayList<>();
      for (Future<Work> each : clients.invokeAll(all)) {
        done.add(each.get());
      }
      return done;
    } finally {
      clients.shutdownNow();
    }
  }

  private static Work client() {
    String node = site.cabledNode();
    String reservation = "v1/nodes/" + node + "/reservation";
    String body = "{\"project\":\"%s\"}".formatted(site.project);
    List<String> networks = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      site.member.put(reservation, body).is(200);
      String network = site.network();
      networks.add(network);
      site.member.delete("v1/networks/" + network).is(204);
      site.member.delete(reservation).is(200);
    }
    site.member.put(reservation, body).is(200);
    String operation = site.connect(node, site.network());
    site.awaitEnd(operation);
    return new Work(node, networks, operation);
  }

  @Test
  void follow_withoutAPlace_isToldWhatHappensFromNowOn() throws InterruptedException {
    String before = site.network();
    try (Listener member = listener(site.member, "")) {
      String after = site.network();
      member.hears(line -> line.contains(after));
      assertThat(member.told()).noneMatch(line -> line.contains(before));
    }
  }

  @Test
  void follow_nothingHappens_isToldHowFarItIs() throws InterruptedException {
    try (Listener member = listener(site.manager, "?seconds=20")) {
      member.hears(line -> line.startsWith(":"));
      member.ends();
      assertThat(member.told()).anyMatch(line -> line.matches("id: [0-9]+"));
    }
  }

  @Test
  void follow_anotherProject_isNotFoundAndHeardOfNowhere() {
    site.outsider.get("v1/projects/%s/events".formatted(site.project)).is(404);
    try (Follower outsider = new Follower(site.outsider, site.otherProject, 0, () -> FOR_EVER)) {
      String node = site.heldNode();
      String network = site.network();
      String mark = site.freshName("net");
      site.outsider
          .post(
              "v1/networks",
              "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(mark, site.otherProject))
          .is(201);
      outsider.hears(event -> event.name().equals(mark));
      assertThat(outsider.told()).extracting(Follower.Event::name).doesNotContain(node, network);
      site.outsider.delete("v1/networks/" + mark).is(204);
    }
  }

  @Test
  void follow_grant_isToldToWhomItIsGiven() {
    String network = site.network();
    try (Follower outsider = new Follower(site.outsider, site.otherProject, 0, () -> FOR_EVER)) {
      String grant = "v1/networks/%s/grants/%s".formatted(network, site.otherProject);
      site.member.put(grant, "{}").is(200);
      outsider.hears(event -> event.equals(told(outsider, "network.granted", network)));
      site.member.delete(grant).is(204);
      outsider.hears(event -> event.equals(told(outsider, "network.revoked", network)));
    }
  }

  private static Follower.Event told(Follower by, String what, String name) {
    return by.told().stream()
        .filter(event -> event.what().equals(what) && event.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Test
  void follow_membershipWithdrawn_ends() throws InterruptedException {
    String name = site.freshMember();
    try (Listener member = listener(site.login(name), "")) {
      site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, name)).is(204);
      String after = site.network();
      member.ends();
      assertThat(member.told()).noneMatch(line -> line.contains(after));
    }
  }

  @Test
  void follow_fromAPlaceThatIsNotKnown_isToldToLookAtEverything() {
    try (Follower late = follower(999_999_999_999L, () -> FOR_EVER)) {
      late.isSent("missed");
      String network = site.network();
      late.hears(event -> event.name().equals(network));
    }
  }

  @Test
  void follow_placeThatIsNone_isRefused() {
    String path = "v1/projects/%s/events".formatted(site.project);
    site.member.get(path + "?after=-1").is(400);
    site.member.get(path + "?after=x").is(400);
    site.member.get(path + "?after=9999999999999999999999").is(400);
    for (String id : List.of("x", "-1", "1.5", "99999999999999999999")) {
      site.member.send("GET", path, Optional.empty(), "Last-Event-ID", id).is(400);
    }
  }

  private static Listener listener(Api api, String query) {
    return new Listener(api, "v1/projects/" + site.project + "/events" + query);
  }

  private static Follower follower(long after, IntSupplier patience) {
    return new Follower(site.member, site.project, after, patience);
  }
}
