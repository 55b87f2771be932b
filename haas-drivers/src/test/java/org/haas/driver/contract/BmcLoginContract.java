package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every driver does about logins, claims, sick controllers, and about what it leaves. */
abstract class BmcLoginContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration IN_TIME = Duration.ofSeconds(10);
  private static final String GUESS = "guessed-wrongly";

  BmcUnderTest lab;

  private Set<Thread> threads;
  private Set<ProcessHandle> processes;

  /** A fresh controller of a machine that is off. */
  protected abstract BmcUnderTest fresh();

  @BeforeEach
  void start() {
    lab = fresh();
    threads = BmcTraces.threads(lab.sharedThreads());
    processes = BmcTraces.processes();
  }

  @AfterEach
  void stop() {
    assertNothingRuns();
    String shared = lab.sharedThreads() + "|ForkJoinPool.*|CompletableFuture.*";
    until(() -> threads.containsAll(BmcTraces.threads(shared)), TIMEOUT);
    Set<Thread> left = BmcTraces.threads(shared);
    lab.close();
    assertThat(left).as("threads left behind").isSubsetOf(threads);
  }

  /** While the controller is as sick as it is: nothing ends by itself then. */
  private void assertNothingRuns() {
    until(() -> BmcTraces.processes().stream().allMatch(processes::contains), TIMEOUT);
    assertThat(BmcTraces.processes()).as("processes left behind").isSubsetOf(processes);
  }

  @Test
  void power_wrongSecret_isRefusedInTimeAndNothingIsTold() {
    BmcEndpoint guessing = with(lab.endpoint(), new Secret(GUESS));
    long start = System.nanoTime();

    DriverException refused = failure(() -> readPower(guessing));
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused)
        .hasMessageContaining(lab.endpoint().node().value())
        .hasMessageEndingWith(".");
    assertInTime(start);
    assertNoSecret(refused, GUESS);
  }

  @Test
  void power_nobodyThere_isUnreachableInTime() {
    lab.die();
    assertUnreachable(() -> readPower(impatient(lab.endpoint())));
  }

  @Test
  void anything_controllerHangs_isUnreachableInTime() {
    BmcEndpoint endpoint = impatient(lab.endpoint());
    lab.hang(true);
    assertUnreachable(() -> readPower(endpoint));
    assertUnreachable(() -> with(endpoint, session -> session.command(PowerCommand.ON)));
    assertUnreachable(() -> with(endpoint, session -> session.bootFrom(BootDevice.PXE, true)));
    assertUnreachable(() -> with(endpoint, session -> session.console().close()));
    lab.hang(false);
    readPower(lab.endpoint());
  }

  @Test
  void command_controllerBeginsToHang_isUnreachableInTime() {
    try (BmcSession session = lab.driver().open(impatient(lab.endpoint()))) {
      session.power();
      lab.hang(true);
      assertUnreachable(session::power);
    } finally {
      lab.hang(false);
    }
  }

  @Test
  void command_claimRanOut_isDeadlineAndNothingIsSent() {
    AtomicBoolean mayProceed = new AtomicBoolean(true);
    try (BmcSession session = lab.driver().open(claimed(lab.endpoint(), mayProceed::get))) {
      session.power();
      mayProceed.set(false);
      long before = lab.commandsHeard();

      DriverException late = failure(() -> session.command(PowerCommand.ON));
      assertThat(late.kind()).isEqualTo(Kind.DEADLINE);
      assertThat(failure(session::power).kind()).isEqualTo(Kind.DEADLINE);
      assertThat(lab.commandsHeard()).isEqualTo(before);
    }
  }

  @Test
  void commandLine_whileCommandsRun_holdsNoSecret() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<String> seen = new ArrayList<>();
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                seen.addAll(BmcTraces.commandLines());
              }
            });
    try (BmcSession session = lab.driver().open(lab.endpoint());
        BmcConsole console = session.console()) {
      session.power();
      session.command(PowerCommand.ON);
      console.read(new byte[100]);
    } finally {
      done.set(true);
      watch.join();
    }
    assertThat(seen).noneMatch(line -> line.contains(lab.endpoint().secret().reveal()));
  }

  @Test
  void settings_ofTheEndpoint_areKnownAndItsAddressIsValid() {
    assertThat(lab.driver().settings()).containsAll(lab.endpoint().settings().keySet());
    lab.driver().validate(lab.endpoint().address());
    for (String wrong :
        List.of("", " ", "-oProxyCommand=x", "a b", "http://", "host:0", "host:99999")) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class, () -> lab.driver().validate(wrong)))
          .as("address \"%s\"", wrong)
          .isNotNull();
    }
  }

  void readPower(BmcEndpoint endpoint) {
    with(endpoint, BmcSession::power);
  }

  /** One visit. */
  interface Visit {
    void to(BmcSession session);
  }

  void with(BmcEndpoint endpoint, Visit visit) {
    try (BmcSession session = lab.driver().open(endpoint)) {
      visit.to(session);
    }
  }

  private void assertUnreachable(ThrowingCallable action) {
    long start = System.nanoTime();
    DriverException failed = failure(action);
    assertThat(failed).as("a failure").isNotNull();
    assertThat(failed.kind()).as(failed.getMessage()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failed)
        .hasMessageContaining(lab.endpoint().node().value())
        .hasMessageEndingWith(".");
    assertInTime(start);
    assertNothingRuns();
    assertNoSecret(failed, lab.endpoint().secret().reveal());
  }

  private static void assertInTime(long start) {
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
  }

  /** Nor in what caused it, which a log shows. */
  private static void assertNoSecret(Throwable failed, String secret) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      assertThat("" + cause.getMessage()).doesNotContain(secret);
    }
  }

  static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }

  static void until(BooleanSupplier done, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException stopping) {
        throw new IllegalStateException(stopping);
      }
    }
  }

  static BmcEndpoint with(BmcEndpoint from, Secret secret) {
    return changed(from, secret, from.timeout(), from.mayProceed());
  }

  static BmcEndpoint impatient(BmcEndpoint from) {
    return changed(from, from.secret(), TIMEOUT, from.mayProceed());
  }

  static BmcEndpoint claimed(BmcEndpoint from, BooleanSupplier mayProceed) {
    return changed(from, from.secret(), from.timeout(), mayProceed);
  }

  private static BmcEndpoint changed(
      BmcEndpoint from, Secret secret, Duration timeout, BooleanSupplier mayProceed) {
    return new BmcEndpoint(
        from.node(),
        from.address(),
        from.username(),
        secret,
        from.certificate(),
        from.settings(),
        timeout,
        mayProceed);
  }
}
