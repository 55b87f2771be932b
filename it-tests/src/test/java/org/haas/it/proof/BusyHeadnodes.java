package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.spi.VmId;

/**
 * Headnodes on slow hypervisors, being made, connected and removed when their server dies: more
 * work than is done by then, so that it dies amid some step of some headnode on each hypervisor.
 */
final class BusyHeadnodes implements AutoCloseable {
  private static final int NEW = 8;
  private static final int SLOWEST = 200;
  private static final int FASTEST = 80;
  private static final int COMMANDS = 14;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Site site;
  private final Random random;
  private final SimHostAdmin hosts;
  private final String network;
  private final List<String> alive = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();

  BusyHeadnodes(Site site, Random random) {
    this.site = site;
    this.random = random;
    site.hypervisors();
    hosts = site.lookAtHosts();
    network = site.network();
  }

  /** Returns when much is asked for and some commands were given. */
  void areBusy() {
    int enough = commands() + 2 + random.nextInt(COMMANDS);
    Site.HOSTS.forEach(
        host -> hosts.delay(host, Duration.ofMillis(random.nextInt(FASTEST, SLOWEST))));
    List<String> old = List.copyOf(alive);
    for (int i = 0; i < NEW; i++) {
      make(site.freshName("busy"));
      if (i < old.size()) {
        change(old.get(i));
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (commands() < enough && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(FASTEST / 2).toNanos());
    }
  }

  private int commands() {
    return Site.HOSTS.stream().mapToInt(host -> hosts.log(host).size()).sum();
  }

  private void make(String name) {
    String spec =
        "{\"name\":\"%s\",\"project\":\"%s\",\"image\":\"tiny\",\"memoryMib\":64,\"start\":true}";
    accept(site.member.post("v1/headnodes", spec.formatted(name, site.project)));
    site.member.post("v1/headnodes/%s/nics".formatted(name), "{\"name\":\"eth0\"}").is(201);
    alive.add(name);
  }

  private void change(String name) {
    String path = "v1/headnodes/" + name;
    if (random.nextBoolean()) {
      accept(site.member.delete(path));
      alive.remove(name);
    } else {
      String plug = "{\"network\":\"%s\"}".formatted(network);
      accept(site.member.put(path + "/nics/eth0/network", plug));
    }
  }

  private void accept(Answer answer) {
    accepted.add(answer.is(202).json().getString("id"));
  }

  /** All that was accepted is done, each headnode has one machine, and nothing else is there. */
  void haveAllCome() {
    Site.HOSTS.forEach(hosts::reset);
    accepted.forEach(site::awaitEnd);
    List<JsonObject> known = known();
    assertThat(known).extracting(headnode -> headnode.getString("name")).hasSameElementsAs(alive);
    assertThat(known).allMatch(headnode -> headnode.getString("state").equals("RUNNING"));
    List<String> machines = Site.HOSTS.stream().flatMap(host -> hosts.vms(host).stream()).toList();
    assertThat(machines)
        .as("machines on both hypervisors")
        .allMatch(line -> line.contains(" RUNNING "))
        .extracting(line -> line.split(" ")[0])
        .containsExactlyInAnyOrderElementsOf(
            known.stream().map(headnode -> headnode.getString("id")).toList());
    known.forEach(this::assertIsConnectedAsWanted);
    accepted.clear();
  }

  private List<JsonObject> known() {
    return site.member
        .get("v1/headnodes?limit=1000&project=" + site.project)
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private void assertIsConnectedAsWanted(JsonObject headnode) {
    VmId vm = VmId.parse(headnode.getString("id"));
    JsonObject nic =
        site.member
            .get("v1/headnodes/%s".formatted(headnode.getString("name")))
            .is(200)
            .json()
            .getJsonArray("nics")
            .getJsonObject(0);
    long connected =
        Site.HOSTS.stream()
            .filter(host -> String.join("\n", hosts.vms(host)).contains(vm.toString()))
            .flatMap(host -> hosts.nics(host, vm).stream())
            .filter(read -> read.vlan().isPresent())
            .count();
    assertThat(connected)
        .as("networks that %s is on, wanted: %s", vm, nic)
        .isEqualTo(nic.containsKey("network") ? 1 : 0);
  }

  @Override
  public void close() {
    hosts.close();
  }
}
