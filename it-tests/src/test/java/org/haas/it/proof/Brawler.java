package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.haas.it.Answer;
import org.haas.it.Api;

/** One of many clients who do at random whatever the API knows to the same few things. */
final class Brawler implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /**
   * What they fight over.
   *
   * @param ports on which a NIC may be, as they stand in a path below the switch
   * @param vlanOf the VLAN of each network when it was made last
   * @param operations some that were begun
   */
  record Ground(
      List<String> nodes,
      List<String> networks,
      List<String> ports,
      List<Tenant> tenants,
      Api admin,
      Map<String, Integer> vlanOf,
      Queue<String> operations) {}

  private final Ground ground;
  private final Random random;
  private final int steps;

  Brawler(Ground ground, long seed, int steps) {
    this.ground = ground;
    this.random = new Random(seed);
    this.steps = steps;
  }

  /** How many of its requests succeeded. */
  @Override
  public Integer call() {
    int successes = 0;
    for (int step = 0; step < steps; step++) {
      Answer answer = timed(request());
      assertThat(answer.status()).as(answer.toString()).isLessThan(500).isNotEqualTo(401);
      successes += answer.status() < 300 ? 1 : 0;
      if (answer.status() == 202) {
        ground.operations().add(answer.json().getString("id"));
      }
    }
    return successes;
  }

  private Supplier<Answer> request() {
    Tenant tenant = any(ground.tenants());
    String node = any(ground.nodes());
    String network = any(ground.networks());
    String connection = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> () -> tenant.api().put(reservation(node), project(tenant));
      case 3, 4, 5 -> () -> ground.admin().delete(reservation(node));
      case 6, 7, 8, 9 -> () -> tenant.api().put(connection, channel(network));
      case 10, 11, 12 -> () -> ground.admin().delete(connection);
      case 13 -> () -> tenant.api().delete("v1/networks/" + network);
      case 14 -> () -> made(tenant, network);
      case 15 -> () -> tenant.api().put(grant(network), "{}");
      case 16 -> () -> tenant.api().delete(grant(network));
      case 17 -> cable(node, any(ground.ports()));
      case 18 -> {
        String port = any(ground.ports());
        yield () -> ground.admin().post(port + "/revert", "{}");
      }
      default -> cancel(tenant);
    };
  }

  private Supplier<Answer> cable(String node, String port) {
    String nic = "{\"node\":\"%s\",\"nic\":\"eth0\"}".formatted(node);
    boolean plug = random.nextBoolean();
    return () ->
        plug ? ground.admin().put(port + "/nic", nic) : ground.admin().delete(port + "/nic");
  }

  private Supplier<Answer> cancel(Tenant tenant) {
    String operation = ground.operations().poll();
    return () ->
        operation == null
            ? tenant.api().get("v1/operations?open=true")
            : ground.admin().delete("v1/operations/" + operation);
  }

  private Answer made(Tenant tenant, String network) {
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(network, tenant.project());
    Answer answer = tenant.api().post("v1/networks", body);
    if (answer.status() == 201) {
      ground.vlanOf().put(network, answer.json().getInt("vlan"));
    }
    return answer;
  }

  private String channel(String network) {
    return random.nextBoolean()
        ? "{}"
        : "{\"channel\":\"vlan/%d\"}".formatted(ground.vlanOf().getOrDefault(network, 100));
  }

  private String grant(String network) {
    return "v1/networks/%s/grants/%s".formatted(network, any(ground.tenants()).project());
  }

  private static String reservation(String node) {
    return "v1/nodes/%s/reservation".formatted(node);
  }

  private static String project(Tenant tenant) {
    return "{\"project\":\"%s\"}".formatted(tenant.project());
  }

  private static Answer timed(Supplier<Answer> request) {
    long begin = System.nanoTime();
    Answer answer = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .as(answer.toString())
        .isLessThan(LONGEST);
    return answer;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
