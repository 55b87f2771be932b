package org.haas.driver.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.driver.emulator.RedfishEmulator.Quirk;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedfishBmcTest {
  private final RedfishLab lab = new RedfishLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void certificate_ofTheController_isReadWithoutALogin() {
    assertThat(lab.driver().certificate(lab.endpoint()))
        .hasValue(RedfishLab.CERTIFICATE.fingerprint());
    assertThat(lab.emulator().sessions()).isZero();
  }

  @Test
  void power_certificateNotEnrolled_isHostKeyChangedAndNothingIsSent() {
    for (Optional<String> enrolled :
        List.of(Optional.<String>empty(), Optional.of("0".repeat(64)))) {
      BmcEndpoint endpoint = lab.endpoint(enrolled, Map.of());
      DriverException refused = failure(() -> power(endpoint));

      assertThat(refused.kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
      assertThat(refused).hasMessageContaining("nothing was sent");
    }
    assertThat(lab.emulator().sessions()).isZero();
    assertThat(lab.commandsHeard()).isZero();
  }

  @Test
  void close_session_isLoggedOut() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.power();
      assertThat(lab.emulator().sessions()).isEqualTo(1);
    }
    assertThat(lab.emulator().sessions()).isZero();
  }

  @Test
  void power_sessionRanOut_logsInAgain() {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.power();
      lab.emulator().forgetSessions();

      assertThat(session.power()).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void power_controllerIsStarting_isAskedAgainUntilTheTimeout() {
    lab.emulator().busy(3);
    assertThat(power(lab.endpoint())).isEqualTo(PowerState.OFF);
    lab.emulator().busy(1000);
    long start = System.nanoTime();
    DriverException busy = failure(() -> power(lab.endpoint()));

    assertThat(busy.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(busy).hasMessageContaining("The service is starting");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @EnumSource(names = {"ACTION_INFO", "ALLOWS_UNSAID", "NO_SESSIONS", "REDIRECTS"})
  void command_quirk_isNoObstacle(Quirk quirk) {
    lab.emulator().quirk(quirk);
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.command(PowerCommand.ON);
      assertThat(session.power()).isEqualTo(PowerState.ON);
      session.command(PowerCommand.SHUT_DOWN);
      assertThat(session.power()).isEqualTo(PowerState.OFF);
    }
  }

  @Test
  void command_noWayToTakeThePower_isRefusedWithWhatThereIs() {
    lab.emulator().quirk(Quirk.NO_FORCE_OFF);
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      session.command(PowerCommand.ON);
      DriverException refused = failure(() -> session.command(PowerCommand.OFF));

      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining("[On, PushPowerButton]");
    }
  }

  @Test
  void command_taskFails_isRefusedWithItsWords() {
    lab.emulator().quirk(Quirk.TASK_FAILS);
    DriverException refused = failure(() -> with(session -> session.command(PowerCommand.ON)));

    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused).hasMessageContaining("The fan is stuck");
  }

  @Test
  void bootFrom_changedMeanwhile_isReadAndDoneAgain() {
    lab.emulator().quirk(Quirk.CHANGED_MEANWHILE);
    with(session -> session.bootFrom(BootDevice.PXE, true));

    assertThat(lab.bootsFrom()).isEqualTo(BootDevice.PXE);
  }

  @ParameterizedTest
  @EnumSource(names = {"REDIRECTS_AWAY", "FOREIGN_LINKS"})
  void power_ledElsewhere_isRefused(Quirk quirk) {
    lab.emulator().quirk(quirk);

    assertThat(failure(() -> power(lab.endpoint())).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void power_twoSystems_needsTheSetting() {
    lab.emulator().quirk(Quirk.TWO_SYSTEMS);
    assertThat(failure(() -> power(lab.endpoint())))
        .hasMessageContaining("setting system")
        .hasMessageContaining("437XR1138");
    assertThat(power(lab.endpoint(lab.endpoint().certificate(), Map.of("system", "437XR1138"))))
        .isEqualTo(PowerState.OFF);
  }

  @Test
  void console_whereItIsNot_isRefused() {
    lab.emulator().quirk(Quirk.NO_CONSOLE);
    assertThat(failure(() -> with(session -> session.console().close())))
        .hasMessageContaining("no serial console by SSH")
        .extracting(DriverException::kind)
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void console_ofTheManager_isFound() {
    lab.emulator().quirk(Quirk.MANAGERS_CONSOLE);
    with(session -> session.console().close());
  }

  @Test
  void console_hostKeyNotEnrolled_isHostKeyChanged() {
    for (Map<String, String> settings :
        List.of(Map.<String, String>of(), Map.of("hostkey", "0".repeat(64)))) {
      BmcEndpoint endpoint = lab.endpoint(lab.endpoint().certificate(), settings);
      try (BmcSession session = lab.driver().open(endpoint)) {
        DriverException refused = failure(() -> session.console().close());
        assertThat(refused.kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
        assertThat(refused).hasMessageStartingWith("The BMC of node node-1 ");
      }
    }
  }

  private PowerState power(BmcEndpoint endpoint) {
    try (BmcSession session = lab.driver().open(endpoint)) {
      return session.power();
    }
  }

  private interface Visit {
    void to(BmcSession session);
  }

  private void with(Visit visit) {
    try (BmcSession session = lab.driver().open(lab.endpoint())) {
      visit.to(session);
    }
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
