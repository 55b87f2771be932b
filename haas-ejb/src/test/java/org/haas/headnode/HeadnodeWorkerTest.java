package org.haas.headnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.headnode.WorkInMemory.MAC;
import static org.haas.headnode.WorkInMemory.VM;
import static org.haas.headnode.WorkInMemory.vlan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.Label;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;
import org.haas.worker.Notebook;
import org.haas.worker.WorkerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker process dies before each thing that it does for a headnode: each commit, each command to
 * the hypervisor. Another process, which never saw it, goes on.
 */
class HeadnodeWorkerTest {
  private static final int MOST = 60;
  private static final int COMMITS_AND_COMMANDS_OF_A_CREATION = 20;
  private static final int COMMITS_AND_COMMANDS_OF_A_DELETION = 6;

  @TempDir Path folder;
  private SimSwitchServer server;
  private SimHostAdmin hosts;

  @BeforeEach
  void start() throws IOException {
    List<Label> names = IntStream.range(0, MOST).mapToObj(HeadnodeWorker::host).toList();
    server =
        SimSwitchServer.start(
            new SimOptions(0, folder, List.of(), List.of(), names, 1, Optional.empty()));
    hosts = SimHostAdmin.connect(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    hosts.close();
    server.close();
  }

  @Test
  void create_workerDiesBeforeAnyThing_theNextEndsWithOneMachine() {
    int rounds = dieEverywhere(HeadnodeAction.CREATE);
    assertThat(rounds).isEqualTo(COMMITS_AND_COMMANDS_OF_A_CREATION);
    for (int round = 0; round <= rounds; round++) {
      Label host = HeadnodeWorker.host(round);
      assertThat(hosts.vms(host)).containsExactly(VM + " our-site RUNNING MACHINE,DISK,SEED");
      assertThat(hosts.nics(host, VM)).containsExactly(VmNic.on(MAC, vlan(HeadnodeWorker.VLAN)));
      assertThat(hosts.starts(host)).as("starts in round %d", round).isEqualTo(1);
    }
  }

  @Test
  void delete_workerDiesBeforeAnyThing_theNextLeavesNothing() {
    for (int host = 0; host <= COMMITS_AND_COMMANDS_OF_A_DELETION; host++) {
      make(HeadnodeWorker.host(host));
    }
    int rounds = dieEverywhere(HeadnodeAction.DELETE);
    assertThat(rounds).isEqualTo(COMMITS_AND_COMMANDS_OF_A_DELETION);
    for (int round = 0; round <= rounds; round++) {
      assertThat(hosts.vms(HeadnodeWorker.host(round))).isEmpty();
    }
  }

  private void make(Label host) {
    WorkInMemory store = new WorkInMemory();
    HeadnodeWork work = store.work(null);
    try (HypervisorSession session = HeadnodeWorker.login(server.port(), host)) {
      session.createDisk(VM, work.image(), work.diskBytes());
      session.writeSeed(VM, work.seed());
      session.define(work.vm());
      session.start(VM);
    }
  }

  /** How many things there were: the last worker found none left to die before. */
  private int dieEverywhere(HeadnodeAction action) {
    int round = 0;
    while (!WorkerProcess.survives(HeadnodeWorker.class, folder, of(action, round))) {
      assertIsTrueWhatIsNoted(action, round);
      assertIsEnded(action, round - 1);
      round++;
    }
    assertIsEnded(action, round - 1);
    assertIsEnded(action, round);
    return round;
  }

  private Object[] of(HeadnodeAction action, int round) {
    return new Object[] {server.port(), action, folder, round};
  }

  /** What the dead one noted as done is so on the hypervisor, and no more than one is there. */
  private void assertIsTrueWhatIsNoted(HeadnodeAction action, int round) {
    String there = String.join("\n", hosts.vms(HeadnodeWorker.host(round)));
    assertThat(there).as("round %d", round).doesNotContain("\n");
    Notebook notes = Notebook.reading(HeadnodeWorker.notebook(folder, action, round));
    for (String step : notes.all(WorkOnFile.DONE)) {
      assertThat(there).as(step).matches(seen -> isSoBy(HeadnodeStep.of(step), seen));
    }
    if (there.contains(VmPart.MACHINE.name()) && action == HeadnodeAction.CREATE) {
      assertThat(notes.lines()).as("noted before it is carried").contains(WorkOnFile.CARRIES);
    }
  }

  private static boolean isSoBy(HeadnodeStep step, String seen) {
    return switch (step) {
      case DISK -> seen.contains(VmPart.DISK.name());
      case SEED -> seen.contains(VmPart.SEED.name());
      case DEFINE -> seen.contains(VmPart.MACHINE.name());
      case START, UP -> seen.contains(VmState.RUNNING.name());
      case REMOVE, GONE -> seen.isEmpty();
      case IMAGE, NETWORK, ASK, STOP, DOWN -> true;
    };
  }

  private void assertIsEnded(HeadnodeAction action, int round) {
    if (round >= 0) {
      Notebook notes = Notebook.reading(HeadnodeWorker.notebook(folder, action, round));
      assertThat(notes.lines()).as("round %d", round).containsOnlyOnce(WorkOnFile.FINISHED);
      assertThat(notes.all(WorkOnFile.DONE))
          .as("each step is done once, in order")
          .containsExactlyElementsOf(
              HeadnodeWorker.plan(action).stream().map(HeadnodeStep::word).toList());
    }
  }
}
