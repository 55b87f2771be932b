package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HostName;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every driver does about logins, claims and sick hypervisors, and what it leaves. */
abstract class HypervisorLoginContract {
  static final VlanId RED = new VlanId(300);
  static final VlanId BLUE = new VlanId(301);
  static final MacAddress FIRST = new MacAddress("52:54:00:c0:00:01");
  static final MacAddress SECOND = new MacAddress("52:54:00:c0:00:02");
  static final long MEBIBYTE = 1 << 20;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration IN_TIME = Duration.ofSeconds(10);

  HypervisorUnderTest lab;

  private Set<Thread> threads;

  /** A hypervisor without machines of ours. */
  protected abstract HypervisorUnderTest fresh();

  @BeforeEach
  void begin() {
    lab = fresh();
    threads = BmcTraces.threads(lab.sharedThreads());
  }

  @AfterEach
  void end() {
    String shared = lab.sharedThreads() + "|ForkJoinPool.*|CompletableFuture.*";
    BmcLoginContract.until(() -> threads.containsAll(BmcTraces.threads(shared)), TIMEOUT);
    Set<Thread> left = BmcTraces.threads(shared);
    lab.close();
    assertThat(left).as("threads left behind").isSubsetOf(threads);
  }

  @Test
  void open_nobodyThere_isUnreachableInTime() {
    lab.die();
    assertUnreachable(() -> visit(impatient(), HypervisorSession::capacity));
  }

  @Test
  void anything_hypervisorHangs_isUnreachableInTime() {
    VmId vm = VmId.random();
    HypervisorEndpoint endpoint = impatient();
    lab.hang(true);
    assertUnreachable(() -> visit(endpoint, HypervisorSession::capacity));
    assertUnreachable(() -> visit(endpoint, session -> session.start(vm)));
    assertUnreachable(() -> visit(endpoint, session -> session.console(vm).close()));
    lab.hang(false);
    visit(lab.endpoint(), HypervisorSession::capacity);
  }

  @Test
  void command_hypervisorBeginsToHang_isUnreachableInTime() {
    try (HypervisorSession session = lab.driver().open(impatient())) {
      session.capacity();
      lab.hang(true);
      assertUnreachable(() -> session.state(VmId.random()));
    } finally {
      lab.hang(false);
    }
  }

  @Test
  void command_claimRanOut_isDeadlineAndNothingIsSent() {
    AtomicBoolean mayProceed = new AtomicBoolean(true);
    try (HypervisorSession session =
        lab.driver().open(changed(lab.endpoint().timeout(), mayProceed::get))) {
      session.capacity();
      mayProceed.set(false);
      OptionalLong before = lab.commandsHeard();

      DriverException late = failure(() -> session.delete(VmId.random()));
      assertThat(late.kind()).isEqualTo(Kind.DEADLINE);
      assertThat(lab.commandsHeard()).isEqualTo(before);
    }
  }

  @Test
  void endpoint_ofTheLab_isValidAndWrongOnesAreRefused() {
    assertThat(lab.driver().settings()).containsAll(lab.endpoint().settings().keySet());
    lab.driver().validate(lab.endpoint().address(), lab.endpoint().settings());
    for (String wrong : List.of("", " ", "-oProxyCommand=x", "a b", "http://", "h:0", "h:99999")) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class,
                  () -> lab.driver().validate(wrong, lab.endpoint().settings())))
          .as("address \"%s\"", wrong)
          .isNotNull();
    }
  }

  /** One visit. */
  interface Visit {
    void to(HypervisorSession session);
  }

  void visit(HypervisorEndpoint endpoint, Visit visit) {
    try (HypervisorSession session = lab.driver().open(endpoint)) {
      visit.to(session);
    }
  }

  void visit(Visit visit) {
    visit(lab.endpoint(), visit);
  }

  private void assertUnreachable(ThrowingCallable action) {
    long start = System.nanoTime();
    DriverException failed = failure(action);
    assertThat(failed).as("a failure").isNotNull();
    assertThat(failed.kind()).as(failed.getMessage()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failed)
        .hasMessageContaining(lab.endpoint().name().value())
        .hasMessageEndingWith(".");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
  }

  static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }

  static Vm vm(VmId id, VmNic... nics) {
    return new Vm(id, new Label("head-1"), 1, 64 * MEBIBYTE, List.of(nics));
  }

  static Seed seed(VmId id) {
    return new Seed(id, new HostName("head-1"), List.of(), Optional.empty(), List.of());
  }

  void started(Vm vm) {
    visit(
        session -> {
          session.createDisk(vm.id(), lab.image(), MEBIBYTE);
          session.writeSeed(vm.id(), seed(vm.id()));
          session.define(vm);
          session.start(vm.id());
        });
    assertThat(lab.runs(vm.id())).isTrue();
  }

  /** As after a crash: another session does it again. */
  void twice(Visit step) {
    visit(step);
    visit(step);
  }

  private HypervisorEndpoint impatient() {
    return changed(TIMEOUT, lab.endpoint().mayProceed());
  }

  HypervisorEndpoint ownedBy(Label owner) {
    return changed(owner, lab.endpoint().timeout(), lab.endpoint().mayProceed());
  }

  private HypervisorEndpoint changed(Duration timeout, BooleanSupplier mayProceed) {
    return changed(lab.endpoint().owner(), timeout, mayProceed);
  }

  private HypervisorEndpoint changed(Label owner, Duration timeout, BooleanSupplier mayProceed) {
    HypervisorEndpoint from = lab.endpoint();
    return new HypervisorEndpoint(
        from.name(),
        from.address(),
        from.username(),
        from.secret(),
        from.hostKey(),
        from.settings(),
        owner,
        timeout,
        mayProceed);
  }
}
