package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event streams: who is told what, until when, and that they hold up nobody. */
class EventsIT {
  private static final int MOST_OF_ONE_PERSON = 100;
  private static final Duration PROMPT = Duration.ofSeconds(5);

  private static Site site;

  @BeforeAll
  static void prepare() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void listen_operationOfTheProject_isToldToItsMembersOnly() {
    String node = site.heldNode();
    String network = site.network();
    try (Listener member = new Listener(site.member, "v1/events?kind=OPERATION");
        Listener outsider = new Listener(site.outsider, "v1/events")) {
      String operation = site.connect(node, network);
      member.hears(line -> isChange(line, "OPERATION", operation) && line.contains(node));
      String mark = outsidersNetwork();
      outsider.hears(line -> isChange(line, "NETWORK", mark));
      assertThat(outsider.told())
          .noneMatch(line -> line.contains("OPERATION"))
          .noneMatch(line -> line.contains(node))
          .noneMatch(line -> line.contains(network));
      assertThat(member.told()).noneMatch(line -> line.contains("NETWORK"));
    }
  }

  @Test
  void listen_nodeChanges_isToldWithoutItsNameToWhoMayNotKnowIt() {
    try (Listener outsider = new Listener(site.outsider, "v1/events?kind=NODE");
        Listener admin = new Listener(site.admin, "v1/events?kind=NODE")) {
      String node = site.reservedNode();
      admin.hears(line -> isChange(line, "NODE", node));
      outsider.hears("data: {\"kind\":\"NODE\"}"::equals);
      assertThat(outsider.told()).noneMatch(line -> line.contains(node));
    }
  }

  @Test
  void listen_membershipWithdrawn_hearsNoMore() {
    String name = site.freshMember();
    try (Listener member = new Listener(site.login(name), "v1/events")) {
      String before = site.network();
      member.hears(line -> isChange(line, "NETWORK", before));
      site.admin.delete("v1/projects/%s/members/%s".formatted(site.project, name)).is(204);
      int heard = member.told().size();
      String after = site.network();
      site.reservedNode();
      member.hears("data: {\"kind\":\"NODE\"}"::equals);
      assertThat(member.told().subList(heard, member.told().size()))
          .noneMatch(line -> line.contains(after))
          .noneMatch(line -> line.contains("NETWORK"));
    }
  }

  @Test
  void listen_nothingHappens_isToldThatTheConnectionLives() throws InterruptedException {
    try (Listener idle = new Listener(site.outsider, "v1/events?kind=NETWORK&seconds=20")) {
      idle.hears(line -> line.startsWith(":"));
      idle.ends();
    }
  }

  @Test
  void listen_asOftenAsOneMay_holdsNobodyUp() {
    List<Listener> open = new ArrayList<>();
    try {
      for (int i = 0; i < MOST_OF_ONE_PERSON; i++) {
        open.add(new Listener(site.manager, "v1/events?kind=OPERATION"));
      }
      site.manager.get("v1/events").is(409);
      long begin = System.nanoTime();
      site.member.get("v1/me").is(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
      String operation = site.connect(site.heldNode(), site.network());
      open.forEach(each -> each.hears(line -> isChange(line, "OPERATION", operation)));
    } finally {
      open.forEach(Listener::close);
    }
  }

  private static String outsidersNetwork() {
    String name = site.freshName("net");
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, site.otherProject);
    site.outsider.post("v1/networks", body).is(201);
    site.outsider.delete("v1/networks/" + name).is(204);
    return name;
  }

  private static boolean isChange(String line, String kind, String name) {
    return line.startsWith("data: {\"kind\":\"%s\",\"name\":\"%s\"".formatted(kind, name));
  }
}
