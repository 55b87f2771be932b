package org.haas.cli.command;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.haas.cli.output.Plain;
import org.haas.cli.output.View;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** Shows operations, or waits for them if {@code --wait} was given. */
public final class Operations {
  /** What is shown of one. */
  public static final View VIEW =
      View.of(
          "id",
          "action",
          "state",
          "project",
          "node",
          "headnode",
          "nic",
          "network",
          "+leaving",
          "+channel",
          "+boot device=bootDevice",
          "attempts",
          "+requested by=requestedBy",
          "requested at=requestedAt",
          "+finished at=finishedAt",
          "error");

  private static final View BRIEF = View.of("id", "action", "state", "error");
  private static final Duration BRIEFLY = Duration.ofSeconds(1);
  private static final Set<String> ENDS = Set.of("DONE", "ERROR", "CANCELLED");

  private final Session session;

  Operations(Session session) {
    this.session = session;
  }

  /** Shows it; with {@code --wait} when it has ended. */
  public void follow(JsonObject operation) {
    JsonObject last = session.given().has("wait") ? awaited(operation.getString("id")) : operation;
    session.output().single(last, BRIEF);
    orThrow(last);
  }

  /**
   * Waits until it is done, and shows nothing.
   *
   * @throws Failure REFUSED it failed, TIMED_OUT
   */
  public void await(String id) {
    orThrow(awaited(id));
  }

  private static void orThrow(JsonObject operation) {
    String state = operation.getString("state");
    if (state.equals("ERROR") || state.equals("CANCELLED")) {
      throw new Failure(
          ExitCode.REFUSED,
          "The operation %s ended: %s"
              .formatted(
                  operation.getString("id"),
                  Plain.line(operation.getString("error", "it was cancelled."))));
    }
  }

  /** It as it was when it ended; only what takes some time is asked how far it is. */
  private JsonObject awaited(String id) {
    String path = "v1/operations/" + id;
    long begun = System.nanoTime();
    return new Wait(session, "operation " + id, path, "haas operations show " + id)
        .until(
            ENDS,
            operation -> {
              boolean steps =
                  !ENDS.contains(operation.getString("state"))
                      && System.nanoTime() - begun > BRIEFLY.toNanos();
              return line(operation, steps ? session.api().all(path + "/steps") : List.of());
            });
  }

  private static String line(JsonObject operation, List<JsonObject> steps) {
    String thing =
        operation.getString("node", operation.getString("headnode", operation.getString("id")));
    long done = steps.stream().filter(Operations::isDone).count();
    String step =
        steps.stream()
            .filter(each -> !isDone(each))
            .findFirst()
            .map(
                each ->
                    " (%s, step %d of %d)"
                        .formatted(each.getString("name"), done + 1, steps.size()))
            .orElse("");
    return "%s of %s: %s%s"
        .formatted(operation.getString("action"), thing, operation.getString("state"), step);
  }

  private static boolean isDone(JsonObject step) {
    return step.getString("state").equals("DONE");
  }
}
