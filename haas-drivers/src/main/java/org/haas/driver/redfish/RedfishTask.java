package org.haas.driver.redfish;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.ObjectPath;

/** Work that a controller has begun and goes on with by itself (202). */
final class RedfishTask {
  private static final int ACCEPTED = 202;
  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Set<String> FAILED =
      Set.of("Exception", "Killed", "Cancelled", "Interrupted");
  private static final Set<String> RUNNING =
      Set.of("New", "Starting", "Running", "Pending", "Suspended", "Stopping", "Service");

  private final RedfishClient client;

  RedfishTask(RedfishClient client) {
    this.client = client;
  }

  /**
   * Waits for its end, until the deadline: one that then still runs is not wrong, and the caller
   * reads the state anyway.
   *
   * @throws org.haas.spi.DriverException REFUSED it failed
   */
  void await(HttpAnswer begun, long deadline) {
    Optional<String> monitor =
        begun
            .header("location")
            .or(() -> ObjectPath.text(client.json(begun), "@odata.id"))
            .flatMap(client::path);
    if (begun.status() != ACCEPTED || monitor.isEmpty()) {
      return;
    }
    boolean running = true;
    while (running && !client.isLate(deadline - MARGIN.toNanos())) {
      client.pause();
      running = isRunning(client.answer(HttpCall.get(monitor.get()), deadline));
    }
  }

  private boolean isRunning(HttpAnswer answer) {
    if (answer.status() == ACCEPTED) {
      return true;
    }
    Object task = client.json(answer);
    String state = ObjectPath.text(task, "TaskState").orElse("Completed");
    if (FAILED.contains(state)) {
      String words =
          ObjectPath.text(task, "Messages", 0, "Message").orElse("its task ended as " + state);
      throw RedfishFailures.refused(client.endpoint(), "did not do it: " + words);
    }
    return RUNNING.contains(state);
  }
}
