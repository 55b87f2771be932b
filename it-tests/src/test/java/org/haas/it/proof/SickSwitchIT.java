package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four switches fall ill, each in its way, while a fifth is worked: its operations take as long as
 * they took before.
 */
class SickSwitchIT {
  private static final int NODES = 8;
  private static final int ROUNDS = 5;
  private static final int SICK_PORT = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SLACK = Duration.ofMillis(150);

  private static Site site;
  private static Farm farm;
  private static Fleet well;
  private static Fleet refusing;
  private static Fleet babbling;
  private static Fleet hanging;
  private static Fleet away;

  @BeforeAll
  static void makeSite() {
    site = new Site();
    farm = new Farm(site, 5, NODES);
    List<Fleet> fleets = farm.fleets();
    well = fleets.get(0);
    refusing = fleets.get(1);
    babbling = fleets.get(2);
    hanging = fleets.get(3);
    away = fleets.get(4);
  }

  @AfterAll
  static void takeAway() throws IOException {
    farm.close();
    site.close();
  }

  @Test
  void operations_whileOtherSwitchesAreSick_areNotLater() throws IOException {
    String network = site.network();
    rounds(network, 1);
    Times before = rounds(network, ROUNDS);
    String wanted = site.network();
    fallIll();
    List<Map<String, String>> asked =
        List.of(refusing, babbling, hanging, away).stream()
            .map(fleet -> fleet.connectAll(wanted))
            .toList();

    Times meanwhile = rounds(network, ROUNDS);

    System.out.printf("SickSwitchIT: before %s, meanwhile %s%n", before, meanwhile);
    assertThat(meanwhile.median()).isLessThan(more(before.median()));
    assertThat(meanwhile.late()).isLessThan(more(before.late()));
    assertOneRefused(asked.get(0));
    asked.get(1).values().forEach(id -> assertTold(id, "it answered \"", "7f3a!?"));
    asked.get(2).values().forEach(id -> assertTold(id, hanging.switchName(), "did not answer"));
    asked.get(3).values().forEach(id -> assertTold(id, away.switchName(), "cannot be reached"));
    getWell();
    assertAllWorkAgain(wanted);
  }

  private static Duration more(Duration before) {
    return before.multipliedBy(3).dividedBy(2).plus(SLACK);
  }

  /** Connects and detaches all nodes of the switch that is well, so often. */
  private static Times rounds(String network, int count) {
    List<String> operations = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      operations.addAll(ended(well.connectAll(network)));
      operations.addAll(ended(well.detachAll(network)));
    }
    return Times.of(operations);
  }

  private static List<String> ended(Map<String, String> asked) {
    asked.values().forEach(site::awaitEnd);
    return List.copyOf(asked.values());
  }

  private static void fallIll() throws IOException {
    farm.admin.refuse(label(refusing), new PortName(Fleet.port(SICK_PORT)));
    farm.admin.garbage(label(babbling), true);
    farm.admin.hang(label(hanging), true);
    try (ServerSocket closed = new ServerSocket(0)) {
      farm.move(away, closed.getLocalPort());
    }
  }

  private static void getWell() {
    farm.move(away, farm.port());
    farm.switches().forEach(name -> farm.admin.reset(new Label(name)));
  }

  /** All others of the same visit are done, and long before that one is given up. */
  private static void assertOneRefused(Map<String, String> asked) {
    String sickNode = refusing.nodes().get(SICK_PORT);
    asked.forEach(
        (node, id) -> {
          if (!node.equals(sickNode)) {
            site.awaitEnd(id);
          }
        });
    assertThat(view(asked.get(sickNode)).getString("state")).isNotEqualTo("DONE");
    JsonObject failed = assertTold(asked.get(sickNode), "does not take commands");
    assertThat(failed.getString("error")).contains(Fleet.port(SICK_PORT));
  }

  /** Waits until the operation says why it is not done. */
  private static JsonObject assertTold(String id, String... words) {
    long from = System.nanoTime();
    JsonObject view = view(id);
    while (!view.containsKey("error") && System.nanoTime() - from < PATIENCE.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      view = view(id);
    }
    assertThat(view.getString("error", "nothing")).contains(words);
    assertThat(view.getInt("attempts")).isPositive();
    return view;
  }

  /** Each is connected, or was given up and undone; either way it is as it should be. */
  private static void assertAllWorkAgain(String wanted) {
    farm.assertInvariants();
    for (Fleet fleet : farm.fleets()) {
      for (String node : fleet.nodes()) {
        if (fleet.detach(node, wanted).status() != 202) {
          String id = fleet.connect(node, wanted).is(202).json().getString("id");
          site.awaitEnd(id);
          fleet.detach(node, wanted).is(202);
        }
      }
    }
    farm.assertInvariants();
  }

  /** As an administrator reads it: tenants are told no names of switches and ports. */
  private static JsonObject view(String id) {
    return site.admin.get("v1/operations/" + id).is(200).json();
  }

  private static Label label(Fleet fleet) {
    return new Label(fleet.switchName());
  }
}
