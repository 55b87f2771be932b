package org.haas.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.PortConfig;
import org.haas.spi.PowerCommand;
import org.haas.spi.VlanId;
import org.haas.worker.Doom;
import org.haas.worker.Notebook;
import org.haas.worker.WorkerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker process dies before each thing that it does to give a machine back: each commit, each
 * command to the controller and the switch. While it is dead somebody presses the machine's power
 * button; another process, which never saw it, goes on.
 */
class ReleaseWorkerTest {
  private static final int MOST = 40;
  private static final int COMMITS_AND_COMMANDS = 14;
  private static final PortConfig CONNECTED =
      new PortConfig(Optional.of(new VlanId(101)), new TreeSet<>());

  @TempDir Path folder;
  private SimSwitchServer server;
  private SimBmcAdmin machines;
  private SimSwitchAdmin ports;

  @BeforeEach
  void start() throws IOException {
    server =
        SimSwitchServer.start(
            new SimOptions(
                0,
                folder,
                List.of(SimulatedPort.SWITCH),
                IntStream.range(0, MOST).mapToObj(ReleaseWorker::bmc).toList(),
                MOST,
                Optional.empty()));
    machines = SimBmcAdmin.connect(server.port());
    ports = SimSwitchAdmin.connect(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    ports.close();
    machines.close();
    server.close();
  }

  @Test
  void release_workerDiesBeforeAnyThing_theNextFreesItOffAndBare() {
    int round = 0;
    use(round);
    while (!WorkerProcess.survives(ReleaseWorker.class, folder, server.port(), folder, round)) {
      assertIsTrueWhatIsNoted(round);
      press(round);
      assertIsFreeOffAndBare(round - 1);
      round++;
      use(round);
    }
    assertIsFreeOffAndBare(round - 1);
    assertIsFreeOffAndBare(round);
    assertThat(round).isEqualTo(COMMITS_AND_COMMANDS);
  }

  /** On, connected, with a boot device of its own. */
  private void use(int round) {
    machines.powerTime(ReleaseWorker.bmc(round), Duration.ZERO);
    try (BmcSession session = ReleaseWorker.login(server.port(), round)) {
      session.command(PowerCommand.ON);
      session.bootFrom(BootDevice.PXE, false);
    }
    new SimulatedPort(server.port(), round, Doom.never()).bring(CONNECTED);
    assertThat(isOn(round)).isTrue();
    assertThat(isBare(round)).isFalse();
  }

  /** Somebody switches it on who may not know that it is being given back. */
  private void press(int round) {
    if (!notes(round).all(ReleasesOnFile.DONE).contains(ReleaseStep.FREE.word())) {
      try (BmcSession session = ReleaseWorker.login(server.port(), round)) {
        session.command(PowerCommand.ON);
      }
    }
  }

  private void assertIsTrueWhatIsNoted(int round) {
    for (String step : notes(round).all(ReleasesOnFile.DONE)) {
      boolean so =
          switch (ReleaseStep.of(step)) {
            case POWER -> !isOn(round);
            case BOOT -> boot(round).equals(BootDevice.NONE.name());
            case PORTS -> isBare(round);
            case FREE -> !isOn(round) && isBare(round);
            case CONSOLES, MAINTENANCE -> true;
          };
      assertThat(so).as("%s, noted as done in round %d", step, round).isTrue();
    }
  }

  private void assertIsFreeOffAndBare(int round) {
    if (round >= 0) {
      assertThat(notes(round).all(ReleasesOnFile.DONE))
          .as("each step is done once, in order; round %d", round)
          .containsExactly("consoles", "power", "boot", "ports", "free");
      assertIsTrueWhatIsNoted(round);
    }
  }

  private Notebook notes(int round) {
    return Notebook.reading(ReleaseWorker.notebook(folder, round));
  }

  private boolean isOn(int round) {
    return machines.isOn(ReleaseWorker.bmc(round));
  }

  private String boot(int round) {
    return machines.boot(ReleaseWorker.bmc(round));
  }

  private boolean isBare(int round) {
    return ports.running(SimulatedPort.SWITCH).get(SimulatedPort.name(round)).parked();
  }
}
