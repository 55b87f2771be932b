package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.haas.access.Caller;
import org.haas.console.ScreenRelay.Patience;
import org.haas.spi.DriverException;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A screen on its way to a viewer. */
class ScreenRelayTest {
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(400), Duration.ofMillis(100));
  private static final Patience LONG = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));
  private static final ScreenPass PASS =
      new ScreenPass(
          Place.ofHeadnode(3, new Label("head"), UUID.randomUUID()),
          new Caller("issuer", "s", "alice", false),
          Optional.empty());

  private final ScreenInMemory machine = new ScreenInMemory();
  private final Viewer viewer = new Viewer();
  private final AtomicInteger ends = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /** Remembers what it is told. */
  private static final class Viewer implements ScreenViewer {
    private final StringBuilder shown = new StringBuilder();
    private volatile CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    private volatile String end = "";
    private final AtomicInteger pings = new AtomicInteger();

    @Override
    public synchronized CompletionStage<Void> send(byte[] bytes) {
      shown.append(new String(bytes, StandardCharsets.US_ASCII));
      return sending;
    }

    synchronized String shown() {
      return shown.toString();
    }

    @Override
    public void ping() {
      pings.incrementAndGet();
    }

    @Override
    public void end(boolean asExpected, String why) {
      end = asExpected + " " + why;
    }
  }

  private ScreenRelay relay(Patience patience) {
    return relay(patience, machine);
  }

  private ScreenRelay relay(Patience patience, VmScreen screen) {
    ScreenRelay made = new ScreenRelay(PASS, patience, () -> screen, viewer, ends::incrementAndGet);
    made.start(this::thread);
    return made;
  }

  private Thread thread(Runnable task) {
    Thread made = new Thread(task);
    made.setDaemon(true);
    threads.add(made);
    return made;
  }

  @AfterEach
  void leavesNoThread() throws InterruptedException {
    machine.close();
    for (Thread each : threads) {
      each.join(Duration.ofSeconds(10).toMillis());
      assertThat(each.isAlive()).isFalse();
    }
    assertThat(ends).hasValue(1);
  }

  @Test
  void bytes_bothWays_arriveInOrder() {
    ScreenRelay relay = relay(LONG);
    machine.show("RFB ");
    machine.show("003.008\n");
    relay.typed("one ".getBytes(StandardCharsets.US_ASCII));
    relay.typed("two".getBytes(StandardCharsets.US_ASCII));
    HubTest.until(
        () -> viewer.shown().equals("RFB 003.008\n") && machine.heard().equals("one two"));
    relay.end(true, "enough");
    assertThat(viewer.end).isEqualTo("true enough");
    assertThat(machine.isClosed()).isTrue();
  }

  @Test
  void viewer_takesNothing_leavesTheRestInTheMachine() {
    viewer.sending = new CompletableFuture<>();
    ScreenRelay relay = relay(LONG);
    for (int i = 0; i < 100; i++) {
      machine.show("x");
    }
    HubTest.until(() -> machine.taken() > 0);
    LockSupport.parkNanos(SHORT.ping().toNanos()); // enough to take all of it
    assertThat(machine.taken()).isEqualTo(1);
    viewer.sending.complete(null);
    HubTest.until(() -> viewer.shown().length() == 100);
    relay.end(true, "enough");
  }

  @Test
  void viewer_takesNothingForTooLong_isLetGo() {
    viewer.sending = new CompletableFuture<>();
    relay(SHORT);
    machine.show("x");
    HubTest.until(() -> viewer.end.startsWith("false What the screen showed"));
    assertThat(machine.isClosed()).isTrue();
  }

  @Test
  void viewer_saysNothing_isAskedAndThenLetGo() {
    relay(SHORT);
    HubTest.until(() -> viewer.end.equals("false There was no sign of life."));
    assertThat(viewer.pings.get()).isBetween(1, 5);
  }

  @Test
  void viewer_whoLives_stays() {
    ScreenRelay relay = relay(SHORT);
    for (int pings = 1; pings < 8; pings++) {
      int enough = pings;
      HubTest.until(() -> viewer.pings.get() >= enough);
      relay.heard();
    }
    assertThat(viewer.end).isEmpty();
    relay.end(true, "enough");
  }

  @Test
  void typed_moreThanTheMachineTakes_endsIt() {
    machine.hang();
    ScreenRelay relay = relay(LONG);
    byte[] much = new byte[Outbox.MOST_BYTES / 4];
    for (int i = 0; i < 6 && viewer.end.isEmpty(); i++) {
      relay.typed(much);
    }
    assertThat(viewer.end).isEqualTo("false You send more than the machine takes.");
  }

  @Test
  void screen_ends_isTold() {
    relay(LONG);
    machine.close();
    HubTest.until(() -> viewer.end.startsWith("true The screen ended"));
  }

  @Test
  void screen_cannotBeOpened_isTold() {
    ScreenRelay relay =
        new ScreenRelay(
            PASS,
            LONG,
            () -> {
              throw new DriverException(DriverException.Kind.UNREACHABLE, "It is away.");
            },
            viewer,
            ends::incrementAndGet);
    relay.start(this::thread);
    HubTest.until(() -> viewer.end.equals("true It is away."));
  }

  @Test
  void end_beforeItIsOpen_closesItAtOnce() {
    CompletableFuture<VmScreen> opening = new CompletableFuture<>();
    ScreenRelay relay = new ScreenRelay(PASS, LONG, opening::join, viewer, ends::incrementAndGet);
    relay.start(this::thread);
    relay.end(true, "deleted");
    opening.complete(machine);
    HubTest.until(machine::isClosed);
    assertThat(machine.taken()).isZero();
  }
}
