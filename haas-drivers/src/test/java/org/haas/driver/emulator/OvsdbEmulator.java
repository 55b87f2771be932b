package org.haas.driver.emulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * The database of an Open vSwitch, by JSON-RPC over TLS. Only one certificate is let in. It knows
 * what a client needs that connects ports: {@code list_dbs}, {@code echo}, {@code steal}, {@code
 * monitor}, and {@code transact} with {@code assert}, {@code select}, {@code update}, {@code
 * mutate} and {@code comment}; it refuses all else. Frames go the old way for 40 ms after a VLAN
 * has left a port.
 */
public final class OvsdbEmulator implements AutoCloseable {
  /** What it shows to clients. */
  private static final SelfSigned SERVER = SelfSigned.create();

  /** Who may log in. */
  private static final SelfSigned CLIENT = SelfSigned.create();

  private static final SelfSigned STRANGER = SelfSigned.create();
  private static final long LATE_NANOS = 40_000_000;

  private record Late(NavigableSet<VlanId> vlans, long until) {}

  private final String bridge;
  private final Map<String, OvsRow> rows = new LinkedHashMap<>();
  private final Map<PortName, List<Late>> late = new HashMap<>();
  private final Map<String, OvsdbPeer> locks = new HashMap<>();
  private final AtomicLong heard = new AtomicLong();
  private final OvsdbDoor door;
  private long version;
  private boolean forwards = true;
  private volatile boolean hanging;

  /** A switch with one bridge, whose ports nobody has configured, on a free port of 127.0.0.1. */
  public OvsdbEmulator(String bridge, List<PortName> ports) {
    this.bridge = bridge;
    rows.put(bridge, OvsRow.UNTOUCHED);
    ports.forEach(port -> rows.put(port.value(), OvsRow.UNTOUCHED));
    door = new OvsdbDoor(SERVER.context(CLIENT), this::answer);
  }

  /** Where it listens. */
  public int port() {
    return door.port();
  }

  /** The SHA-256 of its certificate in hexadecimal. */
  public static String fingerprint() {
    return SERVER.fingerprint();
  }

  /** The login that is let in. */
  public static String login() {
    return CLIENT.pem();
  }

  /** A login that is not let in. */
  public static String strangeLogin() {
    return STRANGER.pem();
  }

  /** From now on it takes connections but no more answers, or is well again. */
  public void hang(boolean on) {
    hanging = on;
  }

  /** Whether the daemon that forwards takes over what the database says. */
  public synchronized void forwards(boolean on) {
    forwards = on;
  }

  /** How many requests came after logins. */
  public long linesHeard() {
    return heard.get();
  }

  /** How many clients want to be told of changes. */
  public long listeners() {
    return door.listeners();
  }

  /** Ends all connections. */
  public void drop() {
    door.drop();
  }

  /** Configures a port behind everybody's back: {@code vlan_mode=access tag=5}. */
  public synchronized void set(PortName port, String columns) {
    rows.put(port.value(), rows.get(port.value()).with(columns.split(" ")));
    door.tell();
  }

  /** What frames pass at each port of the bridge, those of old flows too. */
  public synchronized Map<PortName, PortConfig> carried() {
    Map<PortName, PortConfig> carried = configured();
    late.forEach(
        (port, each) ->
            each.stream()
                .filter(left -> System.nanoTime() - left.until() < 0)
                .forEach(left -> carried.computeIfPresent(port, (p, now) -> and(now, left))));
    return carried;
  }

  private static PortConfig and(PortConfig config, Late left) {
    NavigableSet<VlanId> tagged = new TreeSet<>(config.tagged());
    tagged.addAll(left.vlans());
    config.untagged().ifPresent(tagged::remove);
    return new PortConfig(config.untagged(), tagged);
  }

  private Map<PortName, PortConfig> configured() {
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    rows.forEach(
        (name, row) -> {
          if (!name.equals(bridge)) {
            carried.put(new PortName(name), isAlone(row) ? PortConfig.PARKED : row.carried());
          }
        });
    return carried;
  }

  private boolean isAlone(OvsRow row) {
    return row.isolatedAccess()
        && rows.values().stream().filter(other -> other.names(row.tag())).count() == 1;
  }

  /** The answer to a request; empty: there is none. */
  private Optional<Map<String, Object>> answer(OvsdbPeer peer, Map<?, ?> request)
      throws IOException {
    if (hanging) {
      return Optional.empty();
    }
    List<?> params = (List<?>) request.get("params");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", request.get("id"));
    try {
      answer.put("result", result(peer, (String) request.get("method"), params));
      answer.put("error", null);
    } catch (IllegalArgumentException refused) {
      answer.put("result", null);
      answer.put("error", refused.getMessage());
    }
    return Optional.of(answer);
  }

  private synchronized Object result(OvsdbPeer peer, String method, List<?> params) {
    if (!List.of("list_dbs", "echo").contains(method)) {
      heard.incrementAndGet();
    }
    return switch (method) {
      case "list_dbs" -> List.of("Open_vSwitch", "_Server");
      case "echo" -> params;
      case "steal" -> {
        locks.put((String) params.get(0), peer);
        yield Map.of("locked", true);
      }
      case "monitor" -> {
        peer.watch(params.get(1));
        yield Map.of();
      }
      case "transact" -> transact(peer, params);
      default -> throw new IllegalArgumentException("unknown method");
    };
  }

  private List<?> transact(OvsdbPeer peer, List<?> params) {
    Map<String, OvsRow> before = new LinkedHashMap<>(rows);
    Map<PortName, PortConfig> passing = configured();
    long from = version;
    List<Object> results = new ArrayList<>();
    for (Object each : params.subList(1, params.size())) {
      try {
        results.add(operation(peer, (Map<?, ?>) each));
      } catch (IllegalArgumentException refused) {
        rows.clear();
        rows.putAll(before);
        version = from;
        results.add(Map.of("error", refused.getMessage(), "details", "by the emulator"));
        while (results.size() < params.size() - 1) {
          results.add(null);
        }
        return results;
      }
    }
    if (!rows.equals(before)) {
      leave(passing);
      door.tell();
    }
    return results;
  }

  private Map<String, ?> operation(OvsdbPeer peer, Map<?, ?> operation) {
    switch ((String) operation.get("op")) {
      case "assert" -> {
        if (locks.get((String) operation.get("lock")) != peer) {
          throw new IllegalArgumentException("not owner");
        }
        return Map.of();
      }
      case "comment" -> {
        return Map.of();
      }
      case "mutate" -> {
        version++;
        return Map.of("count", 1);
      }
      case "update" -> {
        return Map.of("count", update(named(operation), (Map<?, ?>) operation.get("row")));
      }
      case "select" -> {
        return Map.of("rows", select((String) operation.get("table"), named(operation)));
      }
      default -> throw new IllegalArgumentException("unknown operation");
    }
  }

  private static Optional<String> named(Map<?, ?> operation) {
    List<?> where = (List<?>) operation.get("where");
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of((String) ((List<?>) where.get(0)).get(2));
  }

  private int update(Optional<String> name, Map<?, ?> columns) {
    OvsRow row = rows.get(name.orElseThrow());
    if (row == null) {
      return 0;
    }
    rows.put(name.get(), row.with(columns));
    return 1;
  }

  private List<?> select(String table, Optional<String> name) {
    return switch (table) {
      case "Open_vSwitch" ->
          List.of(Map.of("next_cfg", version, "cur_cfg", forwards ? version : version - 1));
      case "Bridge" ->
          name.equals(Optional.of(bridge)) ? List.of(Map.of("ports", ports())) : List.of();
      case "Port" ->
          rows.entrySet().stream().map(row -> row.getValue().columns(row.getKey())).toList();
      default -> throw new IllegalArgumentException("unknown table");
    };
  }

  private List<?> ports() {
    return List.of(
        "set",
        rows.entrySet().stream()
            .filter(row -> row.getValue().onBridge())
            .map(row -> List.of("uuid", row.getKey()))
            .toList());
  }

  private void leave(Map<PortName, PortConfig> before) {
    Map<PortName, PortConfig> after = configured();
    long until = System.nanoTime() + LATE_NANOS;
    before.forEach(
        (port, config) -> {
          NavigableSet<VlanId> left = new TreeSet<>(config.vlans());
          left.removeAll(after.get(port).vlans());
          if (!left.isEmpty()) {
            late.merge(
                port,
                List.of(new Late(left, until)),
                (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
          }
        });
  }

  @Override
  public void close() {
    door.close();
  }
}
