package org.haas.driver.junos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.haas.driver.emulator.JunosEmulator;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

/**
 * What the driver sends, as it was read and approved. With {@code -Dhaas.approve=true} it is
 * written anew, to be read again.
 */
class TranscriptTest {
  private static final Path FILE =
      Path.of("src/test/resources/org/haas/driver/junos/transcript.txt");
  private static final String EMPTY = " xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"";

  private final List<String> transcript = new ArrayList<>();

  @Test
  void visit_ofEachKind_isWhatWasApproved() throws IOException {
    visit();
    if (Boolean.getBoolean("haas.approve")) {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, transcript);
      return;
    }
    assertThat(transcript).isEqualTo(Files.readAllLines(FILE));
  }

  private void visit() {
    JunosEmulator device = new JunosEmulator();
    PortName port = device.ports().get(0);
    say("log in, read");
    try (SwitchSession session = JunosLab.direct(device, () -> true, this::heard)) {
      session.read(List.of(port));
      change(session, port, "native 101 and tagged 102", JunosTest.config(101, 102));
      change(session, port, "tagged 103 as well", JunosTest.config(101, 102, 103));
      change(session, port, "another tenant", JunosTest.config(104));
      change(session, port, "tagged only", JunosTest.config(0, 104, 105));
      change(session, port, "parked", PortConfig.PARKED);
      say("save, forget a VLAN");
      session.save();
      session.retire(Set.of(new VlanId(101)));
      say("log out");
    }
  }

  private void change(SwitchSession session, PortName port, String what, PortConfig wanted) {
    List<String> before = List.copyOf(transcript);
    PortConfig read = session.read(List.of(port)).get(port);
    transcript.clear();
    transcript.addAll(before);
    say(what);
    session.apply(List.of(new PortChange(port, read, wanted)));
  }

  private void say(String what) {
    transcript.add("# " + what);
  }

  private void heard(String message) {
    transcript.add(
        message
            .replace("]]>]]>", "")
            .replace(EMPTY, "")
            .replaceAll(" message-id=\"[^\"]*\"", "")
            .strip());
  }
}
