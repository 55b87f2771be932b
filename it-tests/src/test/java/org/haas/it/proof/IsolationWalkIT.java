package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.haas.it.lab.Nic;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two tenants do at random what they may, and after each step frames between all pairs of NICs tell
 * whether it is what a model expects. The seed is printed; {@code -Dhaas.seed=...} repeats a walk.
 */
class IsolationWalkIT {
  private static final int STEPS = 60;

  /** Something that a tenant may do now. */
  private record Step(String name, Runnable action) {}

  private static LabSite site;

  private final Map<String, Tenant> holders = new HashMap<>();
  private final Map<Tenant, List<LabNetwork>> networks = new HashMap<>();
  private Wiring wiring;

  @BeforeAll
  static void up() {
    site = new LabSite();
  }

  @AfterAll
  static void down() throws IOException {
    site.close();
  }

  @Test
  void walk_anyStepsOfTwoTenants_framesGoWhereTheyMayAndNowhereElse() {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("IsolationWalkIT: -Dhaas.seed=" + seed);
    Random random = new Random(seed);
    wiring = new Wiring(site.lab);
    List<VlanId> vlans = makeNetworks();
    for (int i = 1; i <= STEPS; i++) {
      List<Step> steps = steps();
      Step step = steps.get(random.nextInt(steps.size()));
      step.action().run();
      wiring.assertHolds(vlans, "seed %d, step %d, %s".formatted(seed, i, step.name()));
    }
    site.assertInvariants();
  }

  /** Two for each tenant, and one that both may use. */
  private List<VlanId> makeNetworks() {
    LabNetwork shared = site.network(site.physics);
    site.share(shared, site.biology);
    List<VlanId> vlans = new ArrayList<>(List.of(shared.vlan()));
    for (Tenant tenant : List.of(site.physics, site.biology)) {
      List<LabNetwork> own = List.of(site.network(tenant), site.network(tenant), shared);
      networks.put(tenant, own);
      own.subList(0, 2).forEach(network -> vlans.add(network.vlan()));
    }
    return vlans;
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String node : site.nodes()) {
      Tenant holder = holders.get(node);
      if (holder == null) {
        networks.keySet().forEach(tenant -> steps.add(reserve(tenant, node)));
      } else if (nics(node).stream().allMatch(nic -> wiring.at(nic).parked())) {
        steps.add(release(holder, node));
        steps.add(takeAway(other(holder), node));
      }
      if (holder != null) {
        nics(node).forEach(nic -> steps.addAll(steps(holder, nic)));
      }
    }
    return steps;
  }

  private List<Step> steps(Tenant holder, Nic nic) {
    List<Step> steps = new ArrayList<>();
    for (LabNetwork network : networks.get(holder)) {
      if (wiring.at(nic).carries(network.vlan())) {
        steps.add(detach(holder, nic, network));
        steps.add(detach(holder, nic, network));
      } else {
        steps.add(connect(holder, nic, network, true));
        if (wiring.at(nic).untagged().isEmpty()) {
          steps.add(connect(holder, nic, network, false));
        }
      }
    }
    return steps;
  }

  private Step reserve(Tenant tenant, String node) {
    return new Step(
        "reserve " + node,
        () -> {
          tenant.reserve(node);
          holders.put(node, tenant);
        });
  }

  private Step release(Tenant tenant, String node) {
    return new Step(
        "release " + node,
        () -> {
          tenant.release(node);
          holders.remove(node);
        });
  }

  /** Is refused, and changes nothing. */
  private Step takeAway(Tenant tenant, String node) {
    return new Step(
        "take away " + node,
        () -> {
          String body = "{\"project\":\"%s\"}".formatted(tenant.project());
          tenant.api().put("v1/nodes/%s/reservation".formatted(node), body).is(409);
          String network = networks.get(tenant).get(0).name();
          String path = "v1/nodes/%s/nics/nic1/networks/%s".formatted(node, network);
          assertThat(tenant.api().put(path, "{}").status()).isBetween(400, 499);
        });
  }

  private Step connect(Tenant tenant, Nic nic, LabNetwork network, boolean tagged) {
    String channel = tagged ? network.tagged() : "vlan/native";
    return new Step(
        "connect %s to %s on %s".formatted(nic, network, channel),
        () -> {
          tenant.connect(nic, network, channel);
          wiring.connect(nic, network, tagged);
        });
  }

  private Step detach(Tenant tenant, Nic nic, LabNetwork network) {
    return new Step(
        "detach %s from %s".formatted(nic, network),
        () -> {
          tenant.detach(nic, network);
          wiring.detach(nic, network);
        });
  }

  private static List<Nic> nics(String node) {
    return site.lab.nics().stream().filter(nic -> nic.node().equals(node)).toList();
  }

  private Tenant other(Tenant tenant) {
    return tenant.equals(site.physics) ? site.biology : site.physics;
  }
}
