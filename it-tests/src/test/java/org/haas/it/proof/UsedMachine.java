package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.haas.it.Site;
import org.haas.it.console.Terminal;
import org.haas.it.drivers.IpmiSimulator;
import org.haas.spi.BmcEndpoint;

/**
 * A machine whose controller is OpenIPMI's simulator, with its console open and amid a power
 * operation when its server dies.
 */
final class UsedMachine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final IpmiSimulator simulator = new IpmiSimulator();
  private final Site site;
  private final String node;
  private String operation;

  UsedMachine(Site site) {
    this.site = site;
    this.node = site.bareNode();
    BmcEndpoint at = simulator.endpoint();
    String bmc =
        "{\"type\":\"ipmi\",\"address\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(at.address(), at.username(), at.secret().reveal());
    site.admin.put(path("bmc"), bmc).is(200);
    site.admin.put(path("reservation"), "{\"project\":\"%s\"}".formatted(site.project)).is(200);
  }

  private String path(String of) {
    return "v1/nodes/%s/%s".formatted(node, of);
  }

  /** Returns when its console is open and its controller keeps an operation waiting. */
  void isInUse() {
    try (Terminal viewer = Terminal.of(site.member, path("console"))) {
      viewer.hears("\"connected\":true");
    }
    simulator.hang(true);
    operation =
        site.member.post(path("power"), "{\"action\":\"on\"}").is(202).json().getString("id");
    await(() -> !ipmitools("chassis").isEmpty(), "an ipmitool is at work");
    assertThat(ipmitools("sol")).hasSize(1);
  }

  /** The server is dead: nothing of it speaks to the controller any more. */
  void isLetGo() {
    await(() -> ipmitools("").isEmpty(), "no ipmitool is left");
    simulator.hang(false);
  }

  /** The server lives again: what was asked for came to an end, and the console is there. */
  void isUsableAgain() {
    Site.until(
        () -> site.admin.get("v1/operations/" + operation).is(200),
        answer -> List.of("DONE", "ERROR").contains(answer.json().getString("state")));
    try (Terminal viewer = Terminal.of(site.member, path("console"))) {
      viewer.hears("\"connected\":true");
      viewer.types("alive");
      await(
          () -> new String(simulator.keys(), StandardCharsets.UTF_8).endsWith("alive"),
          "keys arrive");
      simulator.print("I am\r\n".getBytes(StandardCharsets.UTF_8));
      viewer.sees("I am");
    }
  }

  /** Those that speak to this controller, whoever began them, and were told this. */
  private List<ProcessHandle> ipmitools(String word) {
    String port = simulator.endpoint().address().split(":")[1];
    return ProcessHandle.allProcesses()
        .filter(each -> each.info().command().orElse("").endsWith("/ipmitool"))
        .filter(
            each -> {
              List<String> line = List.of(each.info().arguments().orElse(new String[0]));
              return line.contains(port) && (word.isEmpty() || line.contains(word));
            })
        .toList();
  }

  private static void await(BooleanSupplier arrived, String what) {
    long begin = System.nanoTime();
    while (!arrived.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(what).isLessThan(PATIENCE);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Given back first: its controller has to be there for that. */
  @Override
  public void close() {
    site.admin.delete(path("reservation")).isDone();
    Site.until(
        () -> site.admin.get("v1/nodes/" + node),
        answer -> answer.json().getString("state").equals("FREE"));
    simulator.close();
  }
}
