package org.haas.driver.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimSwitchServerTest {
  private static final VlanId RED = new VlanId(100);
  private static final PortConfig ON_RED = new PortConfig(Optional.of(RED), new TreeSet<>());

  @TempDir Path state;
  private SimLab lab;
  private PortName port;

  @BeforeEach
  void start() {
    lab = new SimLab(state);
    port = lab.ports().get(0);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void apply_twoWritersAtOnce_isRefusedAndCounted() {
    try (SimClient first = client(1);
        SimClient second = client(1)) {
      first.ask("configure");

      DriverException refused = failure(() -> second.ask("configure"));
      assertThat(refused).hasMessageContaining("fence=1 is writing");
    }
    assertThat(lab.admin().overlappingWriters(SimLab.NAME)).isEqualTo(1);
    assertThat(lab.admin().log(SimLab.NAME)).anyMatch(line -> line.contains("OVERLAPPING"));
  }

  @Test
  void apply_newerFenceWhileOneIsSilent_takesOverAndIsNoOverlap() {
    try (SimClient silent = client(1);
        SimClient next = client(2)) {
      silent.ask("configure");

      next.ask("configure");
      next.ask("vlan 100");
      next.ask("end");
    }
    assertThat(lab.admin().overlappingWriters(SimLab.NAME)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vlan 101", "configure", "save", "end"})
  void apply_writerThatWasSilentSpeaksAgain_isRefusedAndCounted(String line) {
    try (SimClient silent = client(1);
        SimClient next = client(2)) {
      silent.ask("configure");
      next.ask("configure");

      DriverException refused = failure(() -> silent.ask(line));
      assertThat(refused).hasMessageContaining("fence=2 is writing");
      next.ask("vlan 100");
    }
    assertThat(lab.admin().overlappingWriters(SimLab.NAME)).isEqualTo(1);
    assertThat(lab.admin().vlans(SimLab.NAME)).doesNotContain(new VlanId(101));
  }

  @Test
  void apply_writerWhoseConnectionBroke_isNoOverlap() {
    for (int round = 0; round < 50; round++) {
      SimClient killed = client(1);
      killed.ask("configure");
      killed.close();
      try (SimClient next = client(1)) {
        next.ask("configure");
      }
    }
    assertThat(lab.admin().overlappingWriters(SimLab.NAME)).isZero();
  }

  @Test
  void apply_olderFenceThanTheLastWriter_isRefusedAndCounted() {
    try (SwitchSession newer = open(7);
        SwitchSession older = open(6)) {
      newer.save();

      assertThat(failure(older::save)).hasMessageContaining("fence=7");
    }
    assertThat(lab.admin().staleWriters(SimLab.NAME)).isEqualTo(1);
  }

  @Test
  void powerCycle_notSaved_comesBackAsItWasSaved() {
    connect();
    lab.powerCycle();

    assertThat(lab.carried().get(port)).isEqualTo(PortConfig.EVERYTHING);
  }

  @Test
  void restart_saved_isStillThere() {
    connect();
    try (SwitchSession session = open(1)) {
      session.save();
    }
    lab.close();
    lab = new SimLab(state);

    assertThat(lab.carried().get(port)).isEqualTo(ON_RED);
    assertThat(lab.admin().startup(SimLab.NAME).get(port)).isEqualTo(ON_RED);
  }

  @Test
  void read_vlanThatDoesNotExist_isInexactAndNotCarried() {
    try (SimClient client = client(1)) {
      client.ask("configure");
      List.of("shut", "tagged 100,101", "native none", "open")
          .forEach(step -> client.ask("port " + port + " " + step));
      client.ask("vlan 101");
      client.ask("end");
    }
    try (SwitchSession session = open(1)) {
      PortConfig read = session.read(List.of(port)).get(port);

      assertThat(read.isExact()).isFalse();
      assertThat(lab.carried().get(port).tagged()).containsExactly(new VlanId(101));
    }
  }

  @Test
  void retire_vlanStillOnAPort_isRefused() {
    connect();
    try (SwitchSession session = open(1)) {
      assertThat(failure(() -> session.retire(Set.of(RED)))).hasMessageContaining("VLAN 100");
    }
    assertThat(lab.admin().vlans(SimLab.NAME)).contains(RED);
  }

  @Test
  void knobs_eachFailure_isAnExceptionAndPasses() {
    SimSwitchAdmin admin = lab.admin();
    admin.refuse(SimLab.NAME, port);
    assertThat(failure(this::connect).kind()).isEqualTo(Kind.REFUSED);
    admin.reset(SimLab.NAME);
    admin.garbage(SimLab.NAME, true);
    assertThat(failure(this::connect).kind()).isEqualTo(Kind.UNREACHABLE);
    admin.reset(SimLab.NAME);
    admin.cutAfter(SimLab.NAME, 30);
    assertThat(failure(this::connect).kind()).isEqualTo(Kind.UNREACHABLE);
    connect();

    assertThat(lab.carried().get(port)).isEqualTo(ON_RED);
  }

  @Test
  void drop_openSession_isUnreachableAndANewOneWorks() {
    try (SwitchSession session = open(1)) {
      lab.admin().drop(SimLab.NAME);

      assertThat(failure(session::save).kind()).isEqualTo(Kind.UNREACHABLE);
    }
    connect();
  }

  @Test
  void delay_everyLine_takesLonger() {
    lab.admin().delay(SimLab.NAME, Duration.ofMillis(100));
    long start = System.nanoTime();
    open(1).close();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(90));
  }

  @Test
  void start_portFile_namesThePort() throws Exception {
    assertThat(Files.readString(state.resolve("port")).strip())
        .isEqualTo(Integer.toString(lab.endpoint().port()));
  }

  @Test
  void options_missingOrUnknown_areRefusedWithTheUsage() {
    for (String[] wrong :
        List.of(
            new String[] {},
            new String[] {"--state"},
            new String[] {"--state", "x", "--bad", "1"})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SimOptions.parse(wrong))
          .withMessageStartingWith("usage:");
    }
    SimOptions options =
        SimOptions.parse(
            "--port 0 --state d --switch a --switch b --ports-per-switch 3".split(" "));
    assertThat(options.switches()).hasSize(2);
    assertThat(options.portNames()).hasSize(3);
  }

  private void connect() {
    try (SwitchSession session = open(1)) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, ON_RED)));
    }
  }

  private SwitchSession open(long fence) {
    return lab.driver().open(lab.endpoint().withFence(fence));
  }

  private SimClient client(long fence) {
    return SimClient.connect(SimPeer.of(lab.endpoint()), "login sim1 " + fence);
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
