package org.haas.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.VmId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibvirtRpcTest {
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Duration IN_TIME = Duration.ofSeconds(10);
  private static final int UUID_LOOKUP = Procedure.DOMAIN_LOOKUP_BY_UUID.number();

  private final AtomicBoolean mayProceed = new AtomicBoolean(true);
  @TempDir Path folder;
  private FakeDaemon daemon;

  @AfterEach
  void stop() {
    daemon.close();
  }

  @Test
  void state_daemonSaysNoSuchDomain_isAbsent() {
    start(call -> FakeDaemon.error(call, LibvirtError.NO_DOMAIN, "no domain"));
    try (HypervisorSession session = open()) {
      assertThat(session.state(VmId.random())).hasToString("ABSENT");
    }
  }

  @Test
  void state_daemonRefuses_isRefusedInItsWords() {
    start(call -> FakeDaemon.error(call, 1, "out of\n\u001b[31mluck"));
    try (HypervisorSession session = open()) {
      assertThat(failure(() -> session.state(VmId.random())))
          .hasMessage("Hypervisor hv-7 refused: out of [31mluck.")
          .extracting(DriverException::kind)
          .isEqualTo(Kind.REFUSED);
    }
  }

  @Test
  void state_daemonFallsSilent_isUnreachableInTime() {
    start(call -> new byte[0]);
    assertUnreachable();
  }

  @Test
  void state_answerInDropsWithoutEnd_isUnreachableInTime() {
    start(
        call -> {
          byte[] endless = ByteBuffer.allocate(100).putInt(1 << 20).array();
          return endless;
        });
    assertUnreachable();
  }

  @Test
  void state_eventsWithoutEnd_isUnreachableInTime() {
    start(
        call -> {
          ByteBuffer events = ByteBuffer.allocate(28 * 2000);
          byte[] event = new Packet(107, 2, 0, Packet.OK, new byte[0]).bytes();
          while (events.hasRemaining()) {
            events.put(event);
          }
          return events.array();
        });
    assertUnreachable();
  }

  @Test
  void state_nonsense_isAFailureAndNeverMore() {
    Random random = new Random(3);
    start(
        call -> {
          byte[] result = new byte[random.nextInt(64)];
          random.nextBytes(result);
          Packet reply = new Packet(0, Packet.REPLY, call.serial(), random.nextInt(3), result);
          byte[] bytes = reply.bytes();
          boolean torn = random.nextInt(4) == 0;
          if (torn) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
          return bytes;
        });
    for (int round = 0; round < 60; round++) {
      DriverException failed =
          failure(
              () -> {
                try (HypervisorSession session =
                    new Libvirt().open(daemon.endpoint(Duration.ofMillis(40), () -> true))) {
                  session.found();
                  session.capacity();
                }
              });
      assertThat(failed).isNotNull();
      assertThat(failed).hasMessageStartingWith("Hypervisor hv-7 ").hasMessageEndingWith(".");
    }
  }

  @Test
  void state_machineWithOurIdButNoMark_isRefused() {
    VmId id = VmId.random();
    String foreign = "<domain><uuid>" + id + "</uuid><metadata/><devices/></domain>";
    start(
        call ->
            call.procedure() == UUID_LOOKUP
                ? FakeDaemon.ok(call, new Domain("x", id.value(), 1).write())
                : FakeDaemon.ok(call, new XdrWriter().text(foreign)));
    try (HypervisorSession session = open()) {
      for (ThrowingCallable attempt :
          List.<ThrowingCallable>of(
              () -> session.state(id), () -> session.delete(id), () -> session.stop(id))) {
        assertThat(failure(attempt).kind()).isEqualTo(Kind.REFUSED);
      }
    }
    assertThat(daemon.heard())
        .doesNotContain(Procedure.DOMAIN_DESTROY.number(), Procedure.DOMAIN_UNDEFINE.number());
  }

  @Test
  void state_xmlThatFetchesFiles_isRefusedAndFetchesNone() {
    VmId id = VmId.random();
    String hostile = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><domain>&x;</domain>";
    start(
        call ->
            call.procedure() == UUID_LOOKUP
                ? FakeDaemon.ok(call, new Domain("x", id.value(), 1).write())
                : FakeDaemon.ok(call, new XdrWriter().text(hostile)));
    try (HypervisorSession session = open()) {
      assertThat(failure(() -> session.state(id)).kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  @Test
  void state_claimRanOut_isDeadlineAndNothingIsSent() {
    start(call -> FakeDaemon.error(call, LibvirtError.NO_DOMAIN, "no domain"));
    try (HypervisorSession session = open()) {
      session.state(VmId.random());
      int before = daemon.heard().size();
      mayProceed.set(false);

      assertThat(failure(() -> session.state(VmId.random())).kind()).isEqualTo(Kind.DEADLINE);
      assertThat(daemon.heard()).hasSize(before);
    }
  }

  /** Answers the calls of a login well, and all others so. */
  private void start(Function<Packet, byte[]> others) {
    daemon =
        new FakeDaemon(
            folder,
            call -> {
              if (call.procedure() == Procedure.AUTH_LIST.number()) {
                return FakeDaemon.ok(call, new XdrWriter().number(1).number(0));
              }
              boolean opens = call.procedure() == Procedure.CONNECT_OPEN.number();
              return opens ? FakeDaemon.ok(call, new XdrWriter()) : others.apply(call);
            });
  }

  private HypervisorSession open() {
    return new Libvirt().open(daemon.endpoint(TIMEOUT, mayProceed::get));
  }

  private void assertUnreachable() {
    long start = System.nanoTime();
    try (HypervisorSession session = open()) {
      assertThat(failure(() -> session.state(VmId.random())).kind()).isEqualTo(Kind.UNREACHABLE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_TIME);
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
