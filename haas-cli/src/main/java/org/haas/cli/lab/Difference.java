package org.haas.cli.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** What is between what a project shall have and what it has. */
final class Difference {
  private final Lab lab;
  private final Found found;
  private final boolean prune;
  private final List<Step> steps = new ArrayList<>();

  private Difference(Lab lab, Found found, boolean prune) {
    this.lab = lab;
    this.found = found;
    this.prune = prune;
  }

  /**
   * The steps, in their order.
   *
   * @param prune whether what the document does not name goes: the project's other nodes and
   *     networks, and what is on other NICs of its nodes
   * @throws Failure REFUSED what the document wants cannot be, with a sentence; nothing was done
   */
  static List<Step> between(Lab lab, Found found, boolean prune) {
    return new Difference(lab, found, prune).find();
  }

  private List<Step> find() {
    lab.networks().stream()
        .filter(network -> !found.own().contains(network))
        .forEach(this::createNetwork);
    lab.nodes().keySet().stream()
        .filter(node -> !found.held().containsKey(node))
        .forEach(this::reserve);
    lab.nodes().forEach(this::changeNics);
    if (prune) {
      prune();
    }
    return List.copyOf(steps);
  }

  private void createNetwork(String network) {
    if (found.usable().containsKey(network)) {
      throw refused(
          "Network %s is not of project %s; it may use it without naming it under networks."
              .formatted(network, lab.project()));
    }
    steps.add(Step.of(Step.Kind.CREATE_NETWORK, network));
  }

  private void reserve(String node) {
    Found.Other other = found.others().get(node);
    if (!other.free()) {
      throw refused("Node %s is not free: it is %s.".formatted(node, other.state()));
    }
    steps.add(Step.of(Step.Kind.RESERVE_NODE, node));
  }

  private void changeNics(String node, Map<String, Set<Link>> wanted) {
    Map<String, Set<Link>> now = found.held().getOrDefault(node, Map.of());
    Set<String> there =
        found.held().containsKey(node) ? now.keySet() : found.others().get(node).nics();
    wanted.forEach(
        (nic, links) -> {
          if (!there.contains(nic)) {
            throw refused(
                "Node %s has no NIC %s; it has %s."
                    .formatted(node, nic, there.isEmpty() ? "none" : String.join(", ", there)));
          }
          links.forEach(link -> requireUsable(node, nic, link));
          Set<Link> then =
              links.stream()
                  .map(link -> link.with(found.usable()))
                  .collect(Collectors.toCollection(TreeSet::new));
          change(node, nic, now.getOrDefault(nic, Set.of()), then);
        });
    if (prune) {
      now.forEach(
          (nic, links) -> {
            if (!wanted.containsKey(nic)) {
              change(node, nic, links, Set.of());
            }
          });
    }
  }

  private void requireUsable(String node, String nic, Link link) {
    if (!lab.networks().contains(link.network()) && !found.usable().containsKey(link.network())) {
      throw refused(
          "%s/%s: project %s may use no network %s; name it under networks to have it made."
              .formatted(node, nic, lab.project(), link.network()));
    }
  }

  private void change(String node, String nic, Set<Link> now, Set<Link> then) {
    if (!now.equals(then)) {
      steps.add(new Step(Step.Kind.CHANGE_NIC, node + "/" + nic, now, then));
    }
  }

  /** What is connected is taken off together with all other changes, before anything goes. */
  private void prune() {
    Set<String> leaving = new LinkedHashSet<>(found.held().keySet());
    leaving.removeAll(lab.nodes().keySet());
    for (String node : leaving) {
      found.held().get(node).forEach((nic, links) -> change(node, nic, links, Set.of()));
    }
    leaving.forEach(node -> steps.add(Step.of(Step.Kind.RELEASE_NODE, node)));
    found.own().stream()
        .filter(network -> !lab.networks().contains(network))
        .forEach(network -> steps.add(Step.of(Step.Kind.DELETE_NETWORK, network)));
  }

  private static Failure refused(String sentence) {
    return new Failure(ExitCode.REFUSED, sentence);
  }
}
