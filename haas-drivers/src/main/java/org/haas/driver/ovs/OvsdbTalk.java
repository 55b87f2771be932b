package org.haas.driver.ovs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haas.driver.wire.Json;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;

/**
 * Talks to an Open vSwitch by its database. Who writes holds a lock there, taken from whoever had
 * it, and each transaction asserts it: what a predecessor sent late is refused by the server.
 */
final class OvsdbTalk implements OvsTalk {
  private static final String DATABASE = "Open_vSwitch";

  /** A server drops who says nothing for 10 s; an older connection is made anew before. */
  private static final Duration KEPT = Duration.ofSeconds(3);

  private static final long SHORTEST_PAUSE = 2;
  private static final long LONGEST_PAUSE = 50;

  private final SwitchEndpoint endpoint;
  private final String bridge;
  private final String lock;
  private final Duration settled;
  private OvsdbLink link;
  private long usedAt;
  private boolean locked;
  private long calmAt;

  OvsdbTalk(SwitchEndpoint endpoint, String bridge, Duration settled) {
    this.endpoint = endpoint;
    this.bridge = bridge;
    this.lock = "haas_" + bridge.replaceAll("[^A-Za-z0-9]", "_");
    this.settled = settled;
    link = OvsdbLink.open(endpoint);
    usedAt = System.nanoTime();
    // What a predecessor took off a port, at the moment that it died, may pass until then.
    calmAt = System.nanoTime() + settled.toNanos();
  }

  private Object ask(String method, List<?> params) {
    if (System.nanoTime() - usedAt > KEPT.toNanos()) {
      link.close();
      link = OvsdbLink.open(endpoint);
      locked = false;
    }
    usedAt = System.nanoTime();
    return link.ask(method, params);
  }

  @Override
  public OvsTable table(ParkingRange parking) {
    List<String> columns = new ArrayList<>(List.of("_uuid"));
    columns.addAll(List.of(OvsTable.COLUMNS.split(",")));
    List<?> results =
        transact(
            List.of(
                OvsdbRow.select("Bridge", List.of(List.of("name", "==", bridge)), List.of("ports")),
                OvsdbRow.select("Port", List.of(), columns)));
    List<?> bridges = rows(results, 0);
    if (bridges.isEmpty()) {
      throw new DriverException(
          Kind.REFUSED, "%s has no bridge %s.".formatted(endpoint.described(), bridge));
    }
    try {
      return OvsdbRow.table(bridge, bridges, rows(results, 1), parking);
    } catch (ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalArgumentException garbage) {
      throw garbage(results, garbage);
    }
  }

  @Override
  public void write(List<OvsPort> rows, boolean removes) {
    if (rows.isEmpty()) {
      return;
    }
    if (removes) {
      calmAt = Long.MAX_VALUE;
    }
    takeLock();
    List<Object> operations = new ArrayList<>();
    operations.add(OvsdbRow.operation("assert", Map.of("lock", lock)));
    rows.forEach(row -> operations.add(OvsdbRow.update(row, row.tagText())));
    operations.add(
        OvsdbRow.operation("comment", Map.of("comment", "HaaS, claim " + endpoint.fence())));
    operations.add(
        OvsdbRow.operation(
            "mutate",
            Map.of(
                "table",
                DATABASE,
                "where",
                List.of(),
                "mutations",
                List.of(List.of("next_cfg", "+=", 1)))));
    operations.add(OvsdbRow.select(DATABASE, List.of(), List.of("next_cfg")));
    List<?> results = transact(operations);
    for (int i = 0; i < rows.size(); i++) {
      requireWritten(rows.get(i), results, i + 1);
    }
    awaitTaken(number(results, operations.size() - 1, "next_cfg"));
    if (removes) {
      calmAt = System.nanoTime() + settled.toNanos();
    }
  }

  private void takeLock() {
    if (!locked) {
      ask("steal", List.of(lock));
      locked = true;
    }
  }

  private void requireWritten(OvsPort row, List<?> results, int index) {
    if (number(results, index, "count") != 1) {
      throw new DriverException(
          Kind.REFUSED, "%s has no port %s.".formatted(endpoint.described(), row.name()));
    }
  }

  /** Until the daemon that forwards says that it does as this version of the database says. */
  private void awaitTaken(long version) {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos();
    long pause = SHORTEST_PAUSE;
    while (taken() < version) {
      if (System.nanoTime() - deadline > 0) {
        throw new DriverException(
            Kind.UNREACHABLE, endpoint.described() + " runs no ovs-vswitchd that answers in time.");
      }
      sleep(Duration.ofMillis(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  private long taken() {
    return number(
        transact(List.of(OvsdbRow.select(DATABASE, List.of(), List.of("cur_cfg")))), 0, "cur_cfg");
  }

  @Override
  public void calm() {
    long left = calmAt - System.nanoTime();
    if (left > 0) {
      sleep(Duration.ofNanos(left));
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis() + 1);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new DriverException(Kind.DEADLINE, "The server is being stopped.", ending);
    }
  }

  private List<?> transact(List<?> operations) {
    List<Object> params = new ArrayList<>(List.of(DATABASE));
    params.addAll(operations);
    Object answer = ask("transact", params);
    if (!(answer instanceof List<?> results) || results.size() < operations.size()) {
      throw garbage(answer, null);
    }
    results.forEach(this::requireNoError);
    return results;
  }

  private void requireNoError(Object result) {
    if (result instanceof Map<?, ?> map && map.get("error") != null) {
      boolean overtaken = map.get("error").equals("not owner");
      throw new DriverException(
          overtaken ? Kind.UNREACHABLE : Kind.REFUSED,
          "%s refused: %s."
              .formatted(
                  endpoint.described(),
                  overtaken
                      ? "somebody else took the right to write"
                      : DriverException.words(Json.text(map))));
    }
  }

  private List<?> rows(List<?> results, int index) {
    if (results.get(index) instanceof Map<?, ?> result && result.get("rows") instanceof List<?> r) {
      return r;
    }
    throw garbage(results, null);
  }

  private long number(List<?> results, int index, String name) {
    Object found = results.get(index);
    if (found instanceof Map<?, ?> result && result.get("rows") instanceof List<?> rows) {
      found = rows.isEmpty() ? null : rows.get(0);
    }
    if (found instanceof Map<?, ?> row && row.get(name) instanceof Long number) {
      return number;
    }
    throw garbage(results, null);
  }

  private DriverException garbage(Object answer, Exception why) {
    link.close();
    return new DriverException(
        Kind.UNREACHABLE,
        "%s answered something else than asked: %s."
            .formatted(endpoint.described(), DriverException.words(Json.text(answer))),
        why);
  }

  @Override
  public void close() {
    link.close();
  }
}
