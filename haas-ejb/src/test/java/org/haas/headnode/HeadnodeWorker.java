package org.haas.headnode;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.driver.sim.SimHypervisor;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.project.Project;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.worker.Doom;
import org.haas.worker.Notebook;

/**
 * A worker of simulated hypervisors as a process. Arguments: the simulator's port, what is done,
 * the folder of notebooks, and the round. It ends what the worker of the round before left undone,
 * then begins its own, and dies before the thing of the round's number, if there is one.
 */
final class HeadnodeWorker {
  static final int VLAN = 101;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HeadnodeWorker() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    HeadnodeAction action = HeadnodeAction.valueOf(arguments[1]);
    Path folder = Path.of(arguments[2]);
    int round = Integer.parseInt(arguments[3]);
    if (round > 0) {
      end(port, action, notebook(folder, action, round - 1), Doom.never(), host(round - 1));
    }
    end(port, action, notebook(folder, action, round), Doom.before(round), host(round));
  }

  static Path notebook(Path folder, HeadnodeAction action, int round) {
    return folder.resolve(action + "-" + round);
  }

  static Label host(int round) {
    return new Label("host-" + round);
  }

  static List<HeadnodeStep> plan(HeadnodeAction action) {
    List<String> words =
        action == HeadnodeAction.CREATE ? HeadnodeStore.plan(true) : action.steps();
    return words.stream().map(HeadnodeStep::of).toList();
  }

  private static void end(int port, HeadnodeAction action, Path file, Doom doom, Label host) {
    WorkOnFile store = new WorkOnFile(new Notebook(file, doom));
    store.plan = plan(action);
    HeadnodeOperation asked =
        HeadnodeOperation.of(
            Examples.head(),
            new Project(new Label("physics")),
            action,
            new HeadnodeOperation.Request("curie", Clock.systemUTC().instant()));
    while (!store.isFinished()) {
      try (HeadnodeVisit visit =
          new HeadnodeVisit(
              Claims.on(QueueId.ofHypervisor(1)),
              store,
              () -> doom.over(HypervisorSession.class, login(port, host)),
              new HeadnodeVisit.Patience(PATIENCE, PATIENCE, PATIENCE),
              () -> true,
              Clock.systemUTC())) {
        visit.run(List.of(asked));
      }
    }
  }

  static HypervisorSession login(int port, Label host) {
    return new SimHypervisor()
        .open(
            new HypervisorEndpoint(
                host,
                "127.0.0.1:" + port,
                "",
                Secret.NONE,
                Optional.empty(),
                Map.of(),
                new Label("our-site"),
                PATIENCE,
                () -> true));
  }
}
