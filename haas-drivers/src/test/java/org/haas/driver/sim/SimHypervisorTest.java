package org.haas.driver.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HostName;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.Label;
import org.haas.spi.Seed;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimHypervisorTest {
  private static final List<String> STEPS = List.of("disk", "seed", "define", "start");

  private final VmId id = VmId.random();
  @TempDir Path state;
  private SimHypervisorLab lab;

  @BeforeEach
  void start() {
    lab = new SimHypervisorLab(state);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void create_crashAnywhereThenAgain_convergesOnOneRunningMachine() {
    Random random = new Random(20261122);
    for (int round = 0; round < 15; round++) {
      VmId vm = VmId.random();
      long before = lab.admin().starts(SimHypervisorLab.HOST);
      for (int crash = random.nextInt(4); crash >= 0; crash--) {
        lab.admin().cutAfter(SimHypervisorLab.HOST, STEPS.get(random.nextInt(STEPS.size())));
        assertThat(failure(() -> create(vm, 64)).kind()).isEqualTo(Kind.UNREACHABLE);
      }
      create(vm, 64);
      assertThat(lab.runs(vm)).isTrue();
      assertThat(lab.admin().starts(SimHypervisorLab.HOST)).isEqualTo(before + 1);
    }
  }

  @Test
  void refuse_oneStep_isRefusedAndTheOthersAreNot() {
    for (String step : STEPS) {
      lab.admin().refuse(SimHypervisorLab.HOST, step);
      DriverException refused = failure(() -> create(id, 64));
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining(step);
    }
    lab.admin().reset(SimHypervisorLab.HOST);
    create(id, 64);
    assertThat(lab.runs(id)).isTrue();
  }

  @Test
  void start_moreMemoryThanThereIs_isRefusedAndCapacityIsCounted() {
    lab.admin().memory(SimHypervisorLab.HOST, 100);
    create(id, 64);
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      assertThat(session.capacity().freeMemoryBytes()).isEqualTo(36 << 20);
      assertThat(failure(() -> create(VmId.random(), 64)).kind()).isEqualTo(Kind.REFUSED);
      session.stop(id);
      assertThat(session.capacity().freeMemoryBytes()).isEqualTo(100 << 20);
    }
  }

  @Test
  void server_killedAndBack_hasItsMachinesStopped() {
    create(id, 64);
    Vm before = read().orElseThrow();
    lab.stop();
    lab = new SimHypervisorLab(state);
    assertThat(read()).contains(before);
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      assertThat(session.state(id)).isEqualTo(VmState.STOPPED);
      session.start(id);
    }
    assertThat(lab.runs(id)).isTrue();
  }

  @Test
  void start_pausedMachine_goesOn() {
    create(id, 64);
    lab.admin().pause(SimHypervisorLab.HOST, id);
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      assertThat(session.state(id)).isEqualTo(VmState.PAUSED);
      session.start(id);
      assertThat(session.state(id)).isEqualTo(VmState.RUNNING);
    }
  }

  @Test
  void shutDown_systemThatDoesNotHeedIt_goesOn() throws Exception {
    create(id, 64);
    lab.admin().ignoreShutdown(SimHypervisorLab.HOST, true);
    lab.admin().shutdownTime(SimHypervisorLab.HOST, Duration.ofMillis(1));
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      session.shutDown(id);
      Thread.sleep(50);
      assertThat(session.state(id)).isEqualTo(VmState.RUNNING);
    }
  }

  @Test
  void delay_ofOneHypervisor_isItsOwn() {
    lab.admin().delay(SimHypervisorLab.HOST, Duration.ofSeconds(10));
    long start = System.nanoTime();
    try (HypervisorSession session =
        lab.driver().open(lab.endpoint(SimHypervisorLab.OTHER, "our-site", "open sesame"))) {
      session.capacity();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void open_wrongSecret_isRefusedWithoutIt() {
    DriverException refused =
        failure(
            () ->
                lab.driver().open(lab.endpoint(SimHypervisorLab.HOST, "our-site", "guess-wrong")));
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.getMessage()).doesNotContain("guess-wrong");
  }

  private Optional<Vm> read() {
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      return session.read(id);
    }
  }

  private void create(VmId vm, long mebibytes) {
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      session.createDisk(vm, lab.image(), 1);
      session.writeSeed(
          vm, new Seed(vm, new HostName("h"), List.of(), Optional.empty(), List.of()));
      session.define(new Vm(vm, new Label("h"), 1, mebibytes << 20, List.of()));
      session.start(vm);
    }
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
