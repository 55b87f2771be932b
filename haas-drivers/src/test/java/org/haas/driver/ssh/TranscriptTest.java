package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.driver.emulator.SystemTable;
import org.haas.spi.Capability;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each driver types, at which prompt, as it was read and approved: the last section of its
 * emulator's table. With {@code -Dhaas.approve=true} it is written anew, to be read again.
 */
class TranscriptTest {
  private static final String SECTION = "transcript";
  private static final Path TABLES = Path.of("src/test/resources/org/haas/driver/emulator");

  private final List<String> transcript = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("org.haas.driver.ssh.EmulatedSystemTest#types")
  void visit_ofEachDriver_isWhatWasApproved(String type) throws IOException {
    visit(type);
    if (Boolean.getBoolean("haas.approve")) {
      approve(TABLES.resolve(type + ".txt"));
      return;
    }
    assertThat(transcript).isEqualTo(SystemTable.of(type).text(SECTION));
  }

  private void approve(Path file) throws IOException {
    String text = Files.readString(file);
    String heading = "[" + SECTION + "]\n";
    int end = text.indexOf(heading);
    String before = end < 0 ? text.stripTrailing() + "\n\n" : text.substring(0, end);
    Files.writeString(file, before + heading + String.join("\n", transcript) + "\n");
  }

  private void visit(String type) throws IOException {
    SshSwitchDriver driver = SwitchLab.driver(type);
    SwitchEmulator device = new SwitchEmulator(type);
    PortName port = device.ports().get(0);
    say("log in, read");
    try (SwitchSession session =
        driver.open(
            CliDriverRandomTest.endpoint(type, () -> true),
            new HeardTerminal(new TypedTerminal(device.shell(), new Random(3)), transcript))) {
      session.read(List.of(port));
      change(session, port, "native 101 and tagged 102", CiscoNexusTest.config(101, 102));
      change(session, port, "tagged 103 as well", CiscoNexusTest.config(101, 102, 103));
      change(session, port, "another tenant", CiscoNexusTest.config(104));
      if (driver.capabilities().contains(Capability.NATIVELESS_TRUNK)) {
        change(session, port, "tagged only", CiscoNexusTest.config(0, 104, 105));
      }
      change(session, port, "parked", PortConfig.PARKED);
      if (Files.readString(TABLES.resolve(type + ".txt")).contains("\n[range]")) {
        say("two ports alike");
        List<PortName> two = device.ports().subList(1, 3);
        Map<PortName, PortConfig> read = session.read(two);
        session.apply(
            two.stream()
                .map(each -> new PortChange(each, read.get(each), CiscoNexusTest.config(104)))
                .toList());
      }
      say("save, forget a VLAN");
      session.save();
      session.retire(Set.of(new VlanId(101)));
    }
  }

  private void change(SwitchSession session, PortName port, String what, PortConfig wanted) {
    List<String> heard = List.copyOf(transcript);
    PortConfig read = session.read(List.of(port)).get(port);
    transcript.clear();
    transcript.addAll(heard);
    say(what);
    session.apply(List.of(new PortChange(port, read, wanted)));
  }

  private void say(String what) {
    transcript.add("# " + what);
  }

  /** Keeps what was typed, and the line it was typed on. */
  private record HeardTerminal(TypedTerminal terminal, List<String> heard, StringBuilder screen)
      implements Terminal {
    HeardTerminal(TypedTerminal terminal, List<String> heard) {
      this(terminal, heard, new StringBuilder());
    }

    @Override
    public void send(String text) throws IOException {
      String shown =
          text.strip().equals(SwitchLab.PASSWORD.reveal()) ? "***" : text.stripTrailing();
      String line = Screen.lastLine(screen.toString());
      heard.add(line + (shown.isEmpty() ? "" : " " + shown));
      screen.setLength(0);
      terminal.send(text);
    }

    @Override
    public String receive(long deadline) throws IOException {
      String text = terminal.receive(deadline);
      screen.append(text);
      return text;
    }

    @Override
    public void abort() {
      terminal.abort();
    }

    @Override
    public void close() {
      terminal.close();
    }
  }
}
