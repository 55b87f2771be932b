package org.haas.power;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.driver.sim.SimBmc;
import org.haas.node.Node;
import org.haas.operation.Claim;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.worker.Doom;
import org.haas.worker.Notebook;

/**
 * A worker of simulated controllers as a process. Arguments: the simulator's port, the folder of
 * notebooks, and the round. It ends the release that the worker of the round before left undone,
 * then begins its own, and dies before the thing of the round's number, if there is one.
 */
final class ReleaseWorker {
  private static final Duration SETTLE = Duration.ofMinutes(1);
  private static final Duration VISIT = Duration.ofSeconds(10);

  private ReleaseWorker() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    int round = Integer.parseInt(arguments[2]);
    if (round > 0) {
      end(port, folder, round - 1, Doom.never());
    }
    end(port, folder, round, Doom.before(round));
  }

  static Path notebook(Path folder, int round) {
    return folder.resolve("release-" + round);
  }

  static Label bmc(int round) {
    return new Label("bmc-" + round);
  }

  private static void end(int port, Path folder, int round, Doom doom) {
    Notebook notebook = new Notebook(notebook(folder, round), doom);
    ReleasesOnFile releases = new ReleasesOnFile(notebook, new SimulatedPort(port, round, doom));
    while (!releases.isFinished()) {
      Claim claim = Claims.on(QueueId.ofNode(1));
      VisitedMachine machine =
          new VisitedMachine(
              claim,
              releases.progress(),
              () -> doom.over(BmcSession.class, login(port, round)),
              new VisitedMachine.Patience(SETTLE, SETTLE, VISIT),
              Clock.systemUTC());
      try (PowerVisit visit =
          new PowerVisit(
              claim, releases.progress(), machine, new ReleaseVisit(claim, releases, machine))) {
        visit.run(List.of(release(releases)));
      }
    }
  }

  private static PowerOperation release(ReleasesOnFile releases) {
    PowerOperation release =
        PowerOperation.release(
            new Node(new Label("node-01")),
            new PowerOperation.Request(
                "pat", Clock.systemUTC().instant(), Optional.empty(), Optional.empty()));
    releases.toldAt().ifPresent(release::told);
    return release;
  }

  static BmcSession login(int port, int round) {
    return new SimBmc()
        .open(
            new BmcEndpoint(
                bmc(round),
                "127.0.0.1:" + port,
                "",
                Secret.NONE,
                Optional.empty(),
                Map.of(),
                SETTLE,
                () -> true));
  }
}
