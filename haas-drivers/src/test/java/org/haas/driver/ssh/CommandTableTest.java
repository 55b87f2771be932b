package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.haas.driver.ssh.CiscoNexusTest.config;
import static org.haas.driver.ssh.CiscoNexusTest.failure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.Capability;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTableTest {
  private static final PortName PORT = new PortName("1/1/5");

  private static final class Driver extends SshSwitchDriver {
    Driver(CommandTable table) {
      super("test", table, "\\d+/\\d+/\\d+", "1/1/5");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour blue  | no row is called colour",
        "leave        | no row: leave",
        "prompt (.*)# | the row refused is missing"
      })
  void parse_wrongRow_isRefused(String row, String why) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandTable.parse(row)).withMessage(why);
  }

  @Test
  void parse_rowTwice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandTable.parse("leave exit\nleave quit"))
        .withMessage("the row leave is there twice");
  }

  @Test
  void render_rangesWithAWord_areInTheSystemsForm() {
    assertThat(render(Tables.COMWARE, PortConfig.PARKED, config(100, 101, 102, 103, 105)))
        .containsExactly(
            "interface 1/1/5",
            "shutdown",
            "quit",
            "vlan 100 to 103 105",
            "quit",
            "interface 1/1/5",
            "port link-type access",
            "port link-type trunk",
            "undo port trunk permit vlan 1",
            "undo port trunk pvid",
            "undo port trunk permit vlan all",
            "port trunk permit vlan 101 to 103 105",
            "port trunk permit vlan 100",
            "port trunk pvid vlan 100",
            "undo shutdown",
            "quit");
  }

  @Test
  void render_vlansThatHavePorts_isOnceForEachVlan() {
    assertThat(render(Tables.FAST_IRON, config(100), config(100, 101, 102)))
        .containsExactly(
            "vlan 101 by port",
            "exit",
            "vlan 102 by port",
            "exit",
            "interface ethernet 1/1/5",
            "exit",
            "vlan 101 by port",
            "tagged ethernet 1/1/5",
            "exit",
            "interface ethernet 1/1/5",
            "exit",
            "vlan 102 by port",
            "tagged ethernet 1/1/5",
            "exit",
            "interface ethernet 1/1/5",
            "exit");
  }

  @Test
  void capabilities_noWayToDropUntaggedFrames_isNotNativeless() {
    assertThat(new Driver(Tables.FAST_IRON).capabilities()).isEmpty();
    assertThat(new Driver(Tables.OLD_DELL).capabilities())
        .containsExactly(Capability.NATIVELESS_TRUNK);
    assertThat(new Driver(Tables.OLD_DELL).reserved()).isEmpty();
  }

  @Test
  void apply_taggedOnlyWhereThatCannotBe_isRefusedBeforeAnythingIsSent() {
    ScriptedTerminal terminal = new ScriptedTerminal("sw1# ", "skip-page-display\r\nsw1# ");
    SwitchSession session = new Driver(Tables.FAST_IRON).open(endpoint(), terminal);
    PortChange change = new PortChange(PORT, PortConfig.PARKED, config(0, 101));

    assertThat(failure(() -> session.apply(List.of(change))))
        .hasMessageContaining("only beside a native one, at port 1/1/5")
        .extracting(refused -> refused.kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(terminal.typed()).hasSize(1);
  }

  private static SwitchEndpoint endpoint() {
    return new SwitchEndpoint(
        new Label("sw1"),
        "127.0.0.1",
        22,
        "haas",
        Secret.NONE,
        Optional.empty(),
        Map.of(),
        Duration.ofSeconds(1),
        () -> true);
  }

  private static List<String> render(CommandTable table, PortConfig read, PortConfig desired) {
    return new Driver(table).render(new PortChange(PORT, read, desired));
  }
}
