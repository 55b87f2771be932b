package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.driver.contract.CutProxy;
import org.haas.driver.emulator.EmulatedCommand;
import org.haas.driver.emulator.SshEmulator;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.SwitchEndpoint;
import org.junit.jupiter.api.Test;

class SshSessionTest {
  private static final Secret PASSWORD = new Secret("open sesame");
  private static final int LAST_OF_LOGIN = 500;
  private static final int STEP = 5;

  @Test
  void run_command_givesExitCodeOutputAndErrors() {
    try (SshEmulator server = password(false);
        SshSession session = SshSession.open(endpoint(server, PASSWORD))) {
      assertThat(session.run("say hello")).isEqualTo(new CommandResult(0, "say hello\n", ""));
      assertThat(session.run("fail")).isEqualTo(new CommandResult(3, "", "no such thing\n"));
      assertThat(session.run("say again").succeeded()).isTrue();
    }
  }

  /** What was cut while the switch judged the password is no judgement. */
  @Test
  void open_cutWhileLoggingIn_isUnreachable() {
    try (SshEmulator server = password(false);
        CutProxy proxy = new CutProxy("127.0.0.1", server.port())) {
      SwitchEndpoint through =
          endpoint(proxy.port(), Optional.of(server.hostKey()), PASSWORD, () -> true);
      SshSession.open(through).close();
      long login = proxy.passed();
      for (long bytes = login - LAST_OF_LOGIN; bytes < login; bytes += STEP) {
        proxy.cutAfter(bytes);
        DriverException cut = failure(() -> SshSession.open(through));
        assertThat(cut).as("after %d of %d bytes", bytes, login).isNotNull();
        assertThat(cut.kind()).as("after %d bytes: %s", bytes, cut).isEqualTo(Kind.UNREACHABLE);
      }
    }
  }

  @Test
  void open_byQuestionsOnly_answersWithThePassword() {
    try (SshEmulator server = password(true);
        SshSession session = SshSession.open(endpoint(server, PASSWORD))) {
      assertThat(session.run("say hello").succeeded()).isTrue();
    }
  }

  @Test
  void open_byQuestionsWrongPassword_isRefused() {
    try (SshEmulator server = password(true)) {
      assertThat(failure(() -> SshSession.open(endpoint(server, new Secret("wrong")))).kind())
          .isEqualTo(Kind.REFUSED);
    }
  }

  @Test
  void open_privateKey_logsInAndAnotherKeyIsRefused() {
    KeyPair key = SshEmulator.keyPair();
    try (SshEmulator server =
        new SshEmulator("haas", key.getPublic(), line -> EmulatedCommand.done("ok"))) {
      Secret right = new Secret(SshEmulator.privateKeyFile(key));
      Secret wrong = new Secret(SshEmulator.privateKeyFile(SshEmulator.keyPair()));
      try (SshSession session = SshSession.open(endpoint(server, right))) {
        assertThat(session.run("x").succeeded()).isTrue();
      }
      DriverException refused = failure(() -> SshSession.open(endpoint(server, wrong)));
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining("user haas").hasMessageNotContaining("BEGIN");
    }
  }

  @Test
  void open_damagedPrivateKey_isRefused() {
    try (SshEmulator server = password(false)) {
      Secret damaged = new Secret("-----BEGIN OPENSSH PRIVATE KEY-----\nxxxx\n");

      DriverException refused = failure(() -> SshSession.open(endpoint(server, damaged)));
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining("private key that cannot be read");
    }
  }

  @Test
  void open_noClaim_isDeadlineAndNothingIsConnected() {
    SwitchEndpoint nowhere = endpoint(1, Optional.of("ssh-rsa x"), PASSWORD, () -> false);

    assertThat(failure(() -> SshSession.open(nowhere)).kind()).isEqualTo(Kind.DEADLINE);
  }

  @Test
  void run_claimRanOut_isDeadlineAndTheConnectionIsGone() {
    AtomicBoolean claim = new AtomicBoolean(true);
    try (SshEmulator server = password(false);
        SshSession session =
            SshSession.open(
                endpoint(server.port(), Optional.of(server.hostKey()), PASSWORD, claim::get))) {
      claim.set(false);
      assertThat(failure(() -> session.run("say late")).kind()).isEqualTo(Kind.DEADLINE);
      claim.set(true);
      assertThat(failure(() -> session.run("say later")).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(server.linesHeard()).isZero();
    }
  }

  @Test
  void open_serverDripsBytes_isUnreachableInTime() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> drip = CompletableFuture.runAsync(() -> drip(listener));
      long start = System.nanoTime();
      SwitchEndpoint endpoint =
          endpoint(listener.getLocalPort(), Optional.of("ssh-rsa AAAA"), PASSWORD, () -> true);

      DriverException late = failure(() -> SshSession.open(endpoint));
      assertThat(late.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(late).hasMessageContaining("did not answer within 2000 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      drip.join();
    }
  }

  private static void drip(ServerSocket listener) {
    try (Socket socket = listener.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("SSH-2.0-drip".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('x');
        Thread.sleep(50);
      }
    } catch (IOException givenUp) {
      // The client hung up, as it should.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static SshEmulator password(boolean byQuestions) {
    return new SshEmulator(
        "haas",
        PASSWORD.reveal(),
        byQuestions,
        line ->
            line.startsWith("say")
                ? EmulatedCommand.done(line + "\n")
                : EmulatedCommand.refused(3, "no such thing"));
  }

  private static SwitchEndpoint endpoint(SshEmulator server, Secret secret) {
    return endpoint(server.port(), Optional.of(server.hostKey()), secret, () -> true);
  }

  private static SwitchEndpoint endpoint(
      int port, Optional<String> hostKey, Secret secret, BooleanSupplier mayProceed) {
    return new SwitchEndpoint(
        new Label("sw1"),
        "127.0.0.1",
        port,
        "haas",
        secret,
        hostKey,
        Map.of(),
        Duration.ofSeconds(2),
        mayProceed);
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
