package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every driver does about logins, claims and switches that do not answer. */
abstract class ConnectionContract {
  private static final VlanId RED = new VlanId(101);

  private static final String STRANGE_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";

  SwitchUnderTest lab;
  PortName port;
  PortName other;
  Intents intents;

  /** A fresh switch that nobody has configured yet. */
  protected abstract SwitchUnderTest fresh();

  @BeforeEach
  void start() {
    lab = fresh();
    port = lab.ports().get(0);
    other = lab.ports().get(1);
    intents = new Intents(lab::carried);
  }

  @AfterEach
  void stop() {
    List<String> faults = lab.faults();
    lab.close();
    assertThat(intents.violations()).isEmpty();
    assertThat(faults).isEmpty();
  }

  /** A session under the eyes of {@link Intents}: before each line, and so after the one before. */
  SwitchSession open(SwitchEndpoint endpoint) {
    SwitchEndpoint watched =
        claimed(
            endpoint,
            () -> {
              intents.look();
              return endpoint.mayProceed().getAsBoolean();
            });
    return new WatchedSession(lab.driver().open(watched), intents);
  }

  @Test
  void open_wrongSecret_isRefusedAndTheSecretIsNotTold() {
    SwitchEndpoint endpoint = with(lab.endpoint(), new Secret("guessed-wrongly"));

    DriverException refused = failure(() -> lab.driver().open(endpoint).close());
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused).hasMessageNotContaining("guessed-wrongly");
  }

  @Test
  void open_nobodyListens_isUnreachable() {
    SwitchEndpoint endpoint = lab.endpoint();
    lab.close();

    assertThat(failure(() -> lab.driver().open(endpoint).close()))
        .hasMessageContaining(endpoint.name().value())
        .extracting(DriverException::kind)
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void open_otherHostKeyThanEnrolled_isHostKeyChangedAndNothingIsSent() {
    if (!lab.driver().showsHostKey()) {
      assertThat(lab.driver().hostKey(lab.endpoint())).isEmpty();
      return;
    }
    assertThat(lab.driver().hostKey(lab.endpoint())).isEqualTo(lab.endpoint().hostKey());
    for (Optional<String> key : List.of(Optional.of(STRANGE_KEY), Optional.<String>empty())) {
      DriverException refused =
          failure(() -> lab.driver().open(withHostKey(lab.endpoint(), key)).close());
      assertThat(refused.kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
    }
    assertThat(lab.linesHeard()).isZero();
  }

  @Test
  void apply_claimRanOut_isDeadlineAndNothingIsSent() {
    AtomicBoolean mayProceed = new AtomicBoolean(true);
    PortConfig read = read(List.of(port)).get(port);
    try (SwitchSession session = open(claimed(lab.endpoint(), mayProceed::get))) {
      mayProceed.set(false);
      long before = lab.linesHeard();
      PortChange change = new PortChange(port, read, untagged(RED));

      assertThat(failure(() -> session.apply(List.of(change))).kind()).isEqualTo(Kind.DEADLINE);
      assertThat(lab.linesHeard()).isEqualTo(before);
    }
  }

  @Test
  void read_switchHangs_isUnreachableInTime() {
    SwitchEndpoint endpoint = impatient(lab.endpoint(), Duration.ofSeconds(2));
    try (SwitchSession session = lab.driver().open(endpoint)) {
      lab.hang(true);
      long start = System.nanoTime();

      assertThat(failure(() -> session.read(List.of(port))).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(10));
    } finally {
      lab.hang(false);
    }
    assertThat(read(List.of(port))).hasSize(1);
  }

  Map<PortName, PortConfig> read(Collection<PortName> ports) {
    try (SwitchSession session = open(lab.endpoint())) {
      return session.read(ports);
    }
  }

  static PortConfig untagged(VlanId vlan) {
    return new PortConfig(Optional.of(vlan), new TreeSet<>());
  }

  static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }

  static SwitchEndpoint claimed(SwitchEndpoint from, BooleanSupplier mayProceed) {
    return changed(from, from.secret(), from.hostKey(), from.timeout(), mayProceed);
  }

  static SwitchEndpoint with(SwitchEndpoint from, Secret secret) {
    return changed(from, secret, from.hostKey(), from.timeout(), from.mayProceed());
  }

  static SwitchEndpoint withHostKey(SwitchEndpoint from, Optional<String> key) {
    return changed(from, from.secret(), key, from.timeout(), from.mayProceed());
  }

  static SwitchEndpoint impatient(SwitchEndpoint from, Duration timeout) {
    return changed(from, from.secret(), from.hostKey(), timeout, from.mayProceed());
  }

  static SwitchEndpoint movedTo(SwitchEndpoint from, int tcpPort) {
    return new SwitchEndpoint(
        from.name(),
        "127.0.0.1",
        tcpPort,
        from.username(),
        from.secret(),
        from.hostKey(),
        from.settings(),
        from.timeout(),
        from.mayProceed());
  }

  static SwitchEndpoint changed(
      SwitchEndpoint from,
      Secret secret,
      Optional<String> hostKey,
      Duration timeout,
      BooleanSupplier mayProceed) {
    return new SwitchEndpoint(
        from.name(),
        from.host(),
        from.port(),
        from.username(),
        secret,
        hostKey,
        from.settings(),
        timeout,
        mayProceed);
  }
}
