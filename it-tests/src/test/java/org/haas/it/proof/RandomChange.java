package org.haas.it.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Some NICs that are to be on other networks, by all three ways to say so.
 *
 * @param body what HaaS is asked
 * @param then the networks of all nodes when it is done
 * @param touched the nodes that are asked for and change
 */
record RandomChange(
    ChangeSet.Body body, Map<String, NavigableSet<String>> then, NavigableSet<String> touched) {

  /** One to be made where these networks are now. */
  static RandomChange of(Quartet quartet, Map<String, NavigableSet<String>> now, Random random) {
    List<String> nodes = new ArrayList<>(now.keySet());
    Collections.shuffle(nodes, random);
    ChangeSet.Body body = new ChangeSet.Body();
    Map<String, NavigableSet<String>> then = new TreeMap<>(now);
    NavigableSet<String> touched = new TreeSet<>();
    for (String node : nodes.subList(0, 4 + random.nextInt(nodes.size() - 3))) {
      NavigableSet<String> next = change(body, node, quartet, now.get(node), random);
      if (!then.put(node, next).equals(next)) {
        touched.add(node);
      }
    }
    return new RandomChange(body, then, touched);
  }

  private static NavigableSet<String> change(
      ChangeSet.Body body, String node, Quartet quartet, NavigableSet<String> now, Random random) {
    NavigableSet<String> wanted = anything(quartet, random);
    NavigableSet<String> next = new TreeSet<>(now);
    String mode = List.of("EXACTLY", "ADD", "REMOVE").get(random.nextInt(3));
    switch (mode) {
      case "EXACTLY" -> next = wanted;
      case "ADD" -> {
        if (!Collections.disjoint(now, quartet.natives())) {
          wanted.removeAll(quartet.natives());
        }
        wanted.removeAll(now);
        next.addAll(wanted);
      }
      default -> {
        wanted.retainAll(now);
        next.removeAll(wanted);
      }
    }
    if (mode.equals("EXACTLY") || !wanted.isEmpty()) {
      boolean withChannel = !mode.equals("REMOVE");
      body.nic(
          node,
          mode,
          wanted.stream()
              .map(network -> withChannel ? quartet.wish(network) : network)
              .toArray(String[]::new));
    }
    return next;
  }

  private static NavigableSet<String> anything(Quartet quartet, Random random) {
    NavigableSet<String> any = new TreeSet<>();
    int untagged = random.nextInt(quartet.natives().size() + 1);
    if (untagged > 0) {
      any.add(quartet.natives().get(untagged - 1));
    }
    quartet.tagged().stream().filter(network -> random.nextBoolean()).forEach(any::add);
    return any;
  }
}
