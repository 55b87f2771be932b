package org.haas.driver.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.driver.emulator.OvsdbEmulator;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.SwitchWatch;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenVswitchDatabaseTest {
  private static final PortName P1 = new PortName("p1");
  private static final Duration LONG = Duration.ofSeconds(20);

  private final OvsdbLab lab = new OvsdbLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void render_changeOfTenant_isTheseOperations() {
    assertThat(lab.driver().render(new PortChange(P1, untagged(100), trunk())))
        .containsExactly(
            "{\"op\":\"update\",\"table\":\"Port\",\"where\":[[\"name\",\"==\",\"p1\"]],"
                + "\"row\":{\"vlan_mode\":\"access\",\"tag\":\"PARKING\",\"trunks\":[\"set\",[]],"
                + "\"protected\":true}}",
            "{\"op\":\"update\",\"table\":\"Port\",\"where\":[[\"name\",\"==\",\"p1\"]],"
                + "\"row\":{\"vlan_mode\":\"trunk\",\"tag\":[\"set\",[]],"
                + "\"trunks\":[\"set\",[101,102]],\"protected\":false}}");
  }

  @Test
  void open_certificateThatTheSwitchDoesNotKnow_saysSo() {
    for (String login : List.of(OvsdbEmulator.strangeLogin(), "")) {
      SwitchEndpoint stranger = lab.endpoint(Map.of("bridge", "br0"), login);
      assertThat(failure(() -> lab.driver().open(stranger)).getMessage())
          .as("the alert may be lost with the connection")
          .containsAnyOf("refused the login by TLS", "trust the certificate that HaaS shows");
    }
  }

  @Test
  void open_loginThatIsNoPem_saysWhatItShouldBeAndTellsNothingOfIt() {
    SwitchEndpoint wrong = lab.endpoint(Map.of("bridge", "br0"), "-----BEGIN RSA PRIVATE KEY---");

    assertThat(failure(() -> lab.driver().open(wrong)))
        .hasMessageContaining("PKCS #8")
        .hasMessageNotContaining("RSA");
  }

  @Test
  void apply_somebodyElseTookTheLock_writesNothing() {
    try (SwitchSession mine = lab.driver().open(lab.endpoint());
        SwitchSession other = lab.driver().open(lab.endpoint())) {
      mine.apply(List.of(new PortChange(P1, PortConfig.EVERYTHING, untagged(100))));
      other.apply(List.of(new PortChange(P1, untagged(100), untagged(101))));
      PortChange late = new PortChange(P1, untagged(100), untagged(102));

      assertThat(failure(() -> mine.apply(List.of(late))))
          .hasMessageContaining("somebody else took the right to write")
          .extracting(DriverException::kind)
          .isEqualTo(Kind.UNREACHABLE);
    }
    assertThat(lab.carried().get(P1)).isEqualTo(untagged(101));
  }

  @Test
  void apply_daemonThatDoesNotForward_isUnreachableNotDone() {
    lab.ovs().forwards(false);
    SwitchEndpoint endpoint = lab.endpoint();
    try (SwitchSession session =
        lab.driver()
            .open(
                new SwitchEndpoint(
                    endpoint.name(),
                    endpoint.host(),
                    endpoint.port(),
                    "",
                    endpoint.secret(),
                    endpoint.hostKey(),
                    endpoint.settings(),
                    Duration.ofMillis(300),
                    () -> true))) {
      PortChange change = new PortChange(P1, PortConfig.EVERYTHING, untagged(100));

      assertThat(failure(() -> session.apply(List.of(change))))
          .hasMessageContaining("no ovs-vswitchd that answers in time");
    }
  }

  @Test
  void session_leftAloneForLongerThanTheServerWaits_goesOn() throws Exception {
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      session.read(List.of(P1));
      lab.ovs().drop();
      TimeUnit.MILLISECONDS.sleep(3_100);

      assertThat(session.read(List.of(P1))).containsKey(P1);
    }
  }

  @Test
  void watch_nothingHappens_tellsNothing() {
    try (SwitchWatch watch = lab.driver().watch(lab.endpoint())) {
      assertThat(watch.await(Duration.ofMillis(50))).isFalse();
      assertThat(watch.await(Duration.ofMillis(50))).isFalse();
    }
  }

  @Test
  void watch_portChangedByHand_isToldAtOnce() {
    try (SwitchWatch watch = lab.driver().watch(lab.endpoint())) {
      assertThat(watch.await(Duration.ofMillis(50))).isFalse();
      lab.ovs().set(P1, "vlan_mode=access tag=7");

      assertThat(watch.await(LONG)).isTrue();
      assertThat(watch.await(Duration.ofMillis(50))).isFalse();
    }
  }

  @Test
  void watch_connectionEnds_isUnreachable() {
    try (SwitchWatch watch = lab.driver().watch(lab.endpoint())) {
      lab.ovs().drop();

      assertThat(failure(() -> watch.await(LONG)).kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  @Test
  void watch_closedByAnotherThread_endsAtOnce() {
    SwitchWatch watch = lab.driver().watch(lab.endpoint());
    CompletableFuture<DriverException> waiting =
        CompletableFuture.supplyAsync(() -> failure(() -> watch.await(Duration.ofHours(1))));
    watch.close();

    assertThat(waiting).succeedsWithin(LONG);
  }

  private static PortConfig untagged(int id) {
    return new PortConfig(Optional.of(new VlanId(id)), new TreeSet<>());
  }

  private static PortConfig trunk() {
    return new PortConfig(
        Optional.empty(), new TreeSet<>(List.of(new VlanId(101), new VlanId(102))));
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
