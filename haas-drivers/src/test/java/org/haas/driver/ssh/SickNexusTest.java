package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.driver.ssh.CiscoNexusTest.config;
import static org.haas.driver.ssh.CiscoNexusTest.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A switch that is slow, sick, full or old. */
class SickNexusTest {
  private static final PortName P1 = new PortName("Ethernet1/1");

  private final SwitchLab lab = new SwitchLab("nexus");

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void visit_pagesWhateverItIsTold_isReadAllTheSame() {
    lab.device().knobs().alwaysPaging(true);

    assertThat(visit(lab.impatient(Duration.ofSeconds(5)))).isEqualTo(config(101, 102));
  }

  @Test
  void visit_slow_onlyTakesLonger() {
    lab.device().knobs().delay(Duration.ofMillis(20));

    assertThat(visit(lab.impatient(Duration.ofSeconds(5)))).isEqualTo(config(101, 102));
  }

  @Test
  void visit_slowerThanTheTimeout_isUnreachable() {
    lab.device().knobs().delay(Duration.ofMillis(900));

    assertThat(failure(() -> visit(lab.impatient(Duration.ofMillis(600)))))
        .hasMessageContaining("did not answer within 600 ms")
        .extracting(DriverException::kind)
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void visit_garbage_isUnreachableAndItsWordsAreTold() {
    try (SwitchSession session = lab.driver().open(lab.impatient(Duration.ofSeconds(2)))) {
      lab.device().knobs().garbage(true);

      DriverException sick = failure(() -> session.read(List.of(P1)));
      assertThat(sick.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(sick).hasMessageContaining("7f3a!?");
    }
    lab.device().knobs().garbage(false);
    assertThat(visit(lab.endpoint())).isEqualTo(config(101, 102));
  }

  @Test
  void apply_hangsInTheMiddle_isUnreachableAndTheNextVisitConverges() {
    try (SwitchSession session = lab.driver().open(lab.impatient(Duration.ofSeconds(2)))) {
      PortConfig read = session.read(List.of(P1)).get(P1);
      lab.device().knobs().cutAfter(150);

      assertThat(failure(() -> apply(session, read)).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure(() -> session.read(List.of(P1))).kind()).isEqualTo(Kind.UNREACHABLE);
    }
    assertThat(visit(lab.endpoint())).isEqualTo(config(101, 102));
  }

  @Test
  void open_allSessionsTaken_isUnreachableInItsWordsAndPasses() {
    lab.device().knobs().sessions(1);
    try (SwitchSession first = lab.driver().open(lab.endpoint())) {
      assertThat(failure(() -> lab.driver().open(lab.endpoint()).close()))
          .hasMessageContaining("Vty session limit is reached")
          .extracting(DriverException::kind)
          .isEqualTo(Kind.UNREACHABLE);
      assertThat(first.read(List.of(P1))).hasSize(1);
    }
  }

  @Test
  void open_oldAlgorithmsOnly_needsTheSetting() {
    lab.ssh().growOld();

    assertThat(failure(() -> visit(lab.endpoint())))
        .hasMessageContaining("algorithm in common")
        .hasMessageContaining("old_ssh")
        .extracting(DriverException::kind)
        .isEqualTo(Kind.REFUSED);
    assertThat(failure(() -> visit(lab.endpoint(Map.of("old_ssh", "no")))).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(visit(lab.endpoint(Map.of("old_ssh", "yes")))).isEqualTo(config(101, 102));
  }

  @Test
  void visit_switchShowsTheSecret_isInNoMessageAndNoLog() {
    String secret = SwitchLab.PASSWORD.reveal();
    lab.device().knobs().banner("last login with " + secret + "\r\n");
    Heard heard = new Heard();
    Logger log = Logger.getLogger(Transcript.class.getName());
    log.setLevel(Level.FINE);
    log.addHandler(heard);
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      lab.device().hear(secret);
      PortName named = new PortName("Ethernet7/7");

      assertThat(failure(() -> session.read(List.of(named)))).hasMessageContaining("***");
    } finally {
      log.removeHandler(heard);
      log.setLevel(null);
    }
    assertThat(heard.lines).anyMatch(line -> line.contains("last login with ***"));
    assertThat(heard.lines).anyMatch(line -> line.contains("> show running-config"));
    assertThat(heard.lines).noneMatch(line -> line.contains(secret));
  }

  /** What was logged. */
  private static final class Heard extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private PortConfig visit(SwitchEndpoint endpoint) {
    try (SwitchSession session = lab.driver().open(endpoint)) {
      apply(session, session.read(List.of(P1)).get(P1));
      session.save();
      return session.read(List.of(P1)).get(P1);
    }
  }

  private static void apply(SwitchSession session, PortConfig read) {
    session.apply(List.of(new PortChange(P1, read, config(101, 102))));
  }
}
