package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.driver.emulator.SystemTable;
import org.haas.spi.SwitchDriver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the emulators are as strict as the systems, and have their traps. */
class EmulatedSystemTest {

  /** Those that have a driver with a table. */
  static List<String> types() {
    return ServiceLoader.load(SwitchDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(SshSwitchDriver.class::isInstance)
        .map(SwitchDriver::type)
        .filter(type -> type.matches(System.getProperty("haas.types", ".*")))
        .sorted()
        .toList();
  }

  static Stream<String[]> refusals() {
    return rows("refuses");
  }

  static Stream<String[]> traps() {
    return rows("traps");
  }

  private static Stream<String[]> rows(String section) {
    return types().stream()
        .flatMap(
            type ->
                SystemTable.of(type).rows(section).stream()
                    .map(row -> row.split(" => ", 2))
                    .map(row -> new String[] {type, row[0], row[1]}));
  }

  @ParameterizedTest
  @MethodSource("types")
  void table_ofEachDriver_saysEnough(String type) {
    SystemTable table = SystemTable.of(type);

    assertThat(table.rows("refuses")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(table.rows("traps")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(table.rows("disturbs")).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void line_thatTheSystemRefuses_isRefused(String type, String lines, String words) {
    EmulatedTypist typist = new EmulatedTypist(new SwitchEmulator(type));
    String[] all = lines.split(" ; ");
    for (int i = 0; i < all.length - 1; i++) {
      assertThat(typist.enter(all[i])).as(all[i]).doesNotContainPattern("[Ii]nvalid|rror|%");
    }
    assertThat(typist.enter(all[all.length - 1])).contains(words);
  }

  @ParameterizedTest
  @MethodSource("traps")
  void port_afterTheseLines_carriesThis(String type, String lines, String carried) {
    SwitchEmulator device = new SwitchEmulator(type);
    device.configure(lines.split(" ; "));

    assertThat(device.carried().get(device.ports().get(0))).hasToString(carried.strip());
  }

  /** Types lines into a session that has logged in. */
  private static final class EmulatedTypist {
    private final TypedTerminal terminal;

    EmulatedTypist(SwitchEmulator device) {
      terminal = new TypedTerminal(device.privilegedShell(), new Random(1));
      receive();
    }

    String enter(String line) {
      try {
        terminal.send(line + "\n");
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
      return receive();
    }

    private String receive() {
      StringBuilder shown = new StringBuilder();
      try {
        while (true) {
          shown.append(terminal.receive(0));
        }
      } catch (IOException noMore) {
        return shown.toString();
      }
    }
  }
}
