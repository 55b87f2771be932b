package org.haas.it.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.haas.it.Running;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HostName;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Seed;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** libvirt on another machine: everything goes through one SSH account. */
class LibvirtBySshIT {
  private static final LabSettings SETTINGS =
      LabSettings.ofEnvironment(Running.state().resolve("lab"));

  private final HypervisorLab lab = new HypervisorLab(SETTINGS, new Label("by-ssh"));

  @BeforeAll
  static void up() {
    new LabScript(SETTINGS).run("up", "--state", SETTINGS.state().toString());
  }

  @AfterEach
  void clean() {
    lab.close();
  }

  @Test
  void life_byAnAccountOfTheHost_isThatOfTheContract() {
    VmId id = VmId.random();
    try (HypervisorSession session = lab.driver().open(lab.bySsh())) {
      session.createDisk(id, lab.image(), 1);
      session.writeSeed(
          id, new Seed(id, new HostName("h"), List.of(), Optional.empty(), List.of()));
      session.define(new Vm(id, new Label("h"), 1, 64 << 20, List.of()));
      session.start(id);
      assertThat(lab.runs(id)).isTrue();
      try (BmcConsole console = session.console(id);
          VmScreen screen = session.screen(id)) {
        assertThat(typed(console)).contains("Z");
        byte[] greeting = new byte[12];
        assertThat(screen.read(greeting)).isEqualTo(12);
        assertThat(new String(greeting, StandardCharsets.US_ASCII)).isEqualTo("RFB 003.008\n");
      }
      session.delete(id);
      assertThat(session.state(id)).isEqualTo(VmState.ABSENT);
    }
  }

  private static String typed(BmcConsole console) {
    StringBuilder read = new StringBuilder();
    byte[] buffer = new byte[500];
    for (int round = 0; round < 300 && read.indexOf("Z") < 0; round++) {
      console.write(new byte[] {'Z'});
      int length = Math.max(console.read(buffer), 0);
      read.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
    }
    return read.toString();
  }

  @Test
  void hostKey_isShownForEnrolment_andAnotherIsRefused() {
    HypervisorEndpoint endpoint = lab.bySsh();
    String shown = lab.driver().hostKey(endpoint).orElseThrow();
    assertThat(endpoint.hostKey().orElseThrow()).startsWith(shown);

    String other = shown.substring(0, shown.length() - 4) + "AAAA";
    assertThat(failure(with(endpoint, Optional.of(other))).kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
    assertThat(failure(with(endpoint, Optional.empty())).kind()).isEqualTo(Kind.HOST_KEY_CHANGED);
  }

  private DriverException failure(HypervisorEndpoint endpoint) {
    return catchThrowableOfType(DriverException.class, () -> lab.driver().open(endpoint).close());
  }

  private static HypervisorEndpoint with(HypervisorEndpoint from, Optional<String> hostKey) {
    return new HypervisorEndpoint(
        from.name(),
        from.address(),
        from.username(),
        from.secret(),
        hostKey,
        from.settings(),
        from.owner(),
        from.timeout(),
        from.mayProceed());
  }
}
