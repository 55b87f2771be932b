package org.haas.it.proof;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.lab.Nic;
import org.haas.spi.VlanId;

/**
 * A project in the lab and a member of it, who has nothing but the REST API.
 *
 * @param project its name
 */
public record Tenant(Api api, String project) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** Takes a free node. */
  public void reserve(String node) {
    api.put(reservation(node), "{\"project\":\"%s\"}".formatted(project)).is(200);
  }

  /** Gives it back. */
  public void release(String node) {
    api.delete(reservation(node)).isDone();
  }

  /** Makes a network of the project. */
  public LabNetwork network(String name) {
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, project);
    JsonObject made = api.post("v1/networks", body).is(201).json();
    return new LabNetwork(name, new VlanId(made.getInt("vlan")));
  }

  /** Deletes it. */
  public void delete(LabNetwork network) {
    api.delete("v1/networks/" + network.name()).isDone();
  }

  /** Connects, and returns when that is DONE. */
  public void connect(Nic nic, LabNetwork network, String channel) {
    String body = "{\"channel\":\"%s\"}".formatted(channel);
    await(api.put(connection(nic, network), body));
  }

  /** Connects several at once, on the native channel. */
  public void connect(LabNetwork network, Nic... nics) {
    List<Answer> asked =
        List.of(nics).stream().map(nic -> api.put(connection(nic, network), "{}")).toList();
    asked.forEach(this::await);
  }

  /** Connects a NIC of any node, on the native channel, and returns when that is DONE. */
  public void connect(String node, String nic, LabNetwork network) {
    await(api.put(connection(node, nic, network), "{}"));
  }

  /** Detaches it, and returns when that is DONE. */
  public void detach(String node, String nic, LabNetwork network) {
    await(api.delete(connection(node, nic, network)));
  }

  /** Detaches, and returns when that is DONE. */
  public void detach(Nic nic, LabNetwork network) {
    await(api.delete(connection(nic, network)));
  }

  /** Waits until an operation that was accepted is DONE. */
  void await(Answer accepted) {
    String path = "v1/operations/" + accepted.is(202).json().getString("id");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer last = api.get(path).is(200);
    while (List.of("PENDING", "RUNNING").contains(last.json().getString("state"))) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("Not done after " + PATIENCE + ": " + last);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      last = api.get(path).is(200);
    }
    if (!last.json().getString("state").equals("DONE")) {
      throw new AssertionError("Not done: " + last);
    }
  }

  private static String reservation(String node) {
    return "v1/nodes/%s/reservation".formatted(node);
  }

  private static String connection(Nic nic, LabNetwork network) {
    return connection(nic.node(), nic.name(), network);
  }

  private static String connection(String node, String nic, LabNetwork network) {
    return "v1/nodes/%s/nics/%s/networks/%s".formatted(node, nic, network.name());
  }
}
