package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A request sends a fixed number of SQL statements, however many rows there are: counted for a few,
 * and again for more of everything.
 */
class StatementCountIT {
  private static final int MORE = 3;
  private static final String AS_SEEN = " as seen";

  private static Site site;
  private static String node;
  private static String network;
  private static String free;
  private static String headnode;
  private static Map<String, Map<String, Integer>> withFew;
  private static Map<String, Map<String, Integer>> withMore;

  @BeforeAll
  static void count() {
    site = new Site();
    node = site.heldNode();
    network = site.network();
    free = site.bareNode();
    site.connect(node, network);
    site.admin.put(fact(), "{\"value\":0}").is(200);
    headnode = site.headnode();
    try (Statements statements = new Statements()) {
      withFew = counted(statements);
      grow();
      withMore = counted(statements);
    }
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  private static void grow() {
    for (int i = 0; i < MORE; i++) {
      site.connect(site.heldNode(), network);
      site.grantedNetwork();
      site.freshMember();
      site.describedNode();
      site.headnode();
      site.freshHypervisor();
      site.admin.put("v1/nodes/%s/metadata/fact-%d".formatted(node, i), "{\"value\":7}").is(200);
      String nic = "{\"name\":\"more-%d\",\"mac\":\"52:54:00:00:01:0%d\"}".formatted(i, i);
      site.admin.post("v1/nodes/%s/nics".formatted(node), nic).is(201);
    }
  }

  /** The requests, and the most statements that each may need. */
  private static Map<String, Integer> most() {
    Map<String, Integer> most = new LinkedHashMap<>();
    most.put("GET v1/me", 1);
    most.put("GET v1/projects", 1);
    most.put("GET v1/projects/" + site.project, 2);
    most.put("GET v1/projects/%s/members".formatted(site.project), 3);
    most.put("GET v1/nodes?project=" + site.project, 1);
    most.put("GET v1/nodes/" + node, 1);
    most.put("GET v1/networks?limit=1000", 1);
    most.put("GET v1/networks/" + network, 1);
    most.put("GET v1/networks/%s/attachments".formatted(network), 4);
    most.put("GET v1/operations?limit=1000", 3);
    most.put("GET v1/operations?headnode=" + headnode, 3);
    most.put("GET v1/headnodes?project=" + site.project, 3);
    most.put("GET v1/headnodes/" + headnode, 3);
    most.put("GET v1/projects/%s/headnode-limits".formatted(site.project), 3);
    most.put("GET v1/topology?limit=1000&project=" + site.project, 2);
    most.put("GET v0/nodes/all", 1);
    most.put("GET v0/nodes/free", 1);
    most.put("GET v0/node/" + node, 2);
    most.put("GET v0/networks", 1);
    most.put("GET v0/network/" + network, 5);
    most.put("GET v0/project/%s/nodes".formatted(site.project), 2);
    most.put("GET v0/project/%s/networks".formatted(site.project), 5);
    most.put("reserve and release", 7);
    most.put("create and delete network", 8);
    return most;
  }

  private static Map<String, Integer> mostOfAdministrators() {
    Map<String, Integer> most = new LinkedHashMap<>();
    most.put("GET v1/topology?limit=1000", 1);
    most.put("GET v1/switches", 1);
    most.put("GET v1/switches/" + site.switchName, 4);
    most.put("GET v0/switches", 1);
    most.put("GET v1/hypervisors", 2);
    most.put("PUT " + fact(), 4);
    most.put("PUT " + fact() + AS_SEEN, 5);
    return most;
  }

  private static Map<String, Map<String, Integer>> counted(Statements statements) {
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    most().keySet().forEach(name -> counts.put(name, statements.of(request(site.manager, name))));
    mostOfAdministrators()
        .keySet()
        .forEach(name -> counts.put(name, statements.of(request(site.admin, name))));
    return counts;
  }

  private static Runnable request(Api caller, String name) {
    return switch (name) {
      case "reserve and release" -> () -> reserveAndRelease(caller);
      case "create and delete network" -> () -> createAndDelete(caller);
      default -> name.startsWith("PUT ") ? () -> put(caller, name) : () -> get(caller, name);
    };
  }

  private static void get(Api caller, String name) {
    caller.get(name.substring("GET ".length())).is(200);
  }

  /** Another fact each time, so that something is changed. */
  private static void put(Api caller, String name) {
    Optional<String> body = Optional.of("{\"value\":%d}".formatted(System.nanoTime()));
    if (name.endsWith(AS_SEEN)) {
      caller.send("PUT", fact(), body, "If-Match", "*").is(200);
    } else {
      caller.send("PUT", fact(), body).is(200);
    }
  }

  private static String fact() {
    return "v1/nodes/%s/metadata/counted".formatted(node);
  }

  private static void reserveAndRelease(Api caller) {
    String path = "v1/nodes/%s/reservation".formatted(free);
    caller.put(path, "{\"project\":\"%s\"}".formatted(site.project)).is(200);
    caller.delete(path).is(200);
  }

  private static void createAndDelete(Api caller) {
    String name = site.freshName("counted");
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, site.project);
    caller.post("v1/networks", body).is(201);
    caller.delete("v1/networks/" + name).is(204);
  }

  @TestFactory
  Stream<DynamicTest> request_moreRows_needsNoMoreStatements() {
    return Stream.of(most(), mostOfAdministrators())
        .flatMap(each -> each.entrySet().stream())
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> judge(each)));
  }

  private static void judge(Map.Entry<String, Integer> request) {
    Map<String, Integer> few = withFew.get(request.getKey());
    Map<String, Integer> more = withMore.get(request.getKey());
    int count = total(few);
    System.out.printf("StatementCountIT: %s: %d%n", request.getKey(), count);
    assertThat(count).as("statements of %s: %s", request.getKey(), lines(few)).isPositive();
    assertThat(count)
        .as("statements of %s: %s", request.getKey(), lines(few))
        .isLessThanOrEqualTo(request.getValue());
    assertThat(total(more)).as("statements with more rows: %s", lines(more)).isEqualTo(count);
  }

  private static int total(Map<String, Integer> statements) {
    return statements.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<String> lines(Map<String, Integer> statements) {
    return statements.entrySet().stream()
        .map(each -> "%n%d x %s".formatted(each.getValue(), each.getKey()))
        .toList();
  }
}
