package org.haas.driver.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred consoles at once, on one server. */
class SimConsolesTest {
  private static final int CONSOLES = 200;

  @TempDir Path state;

  @Test
  void consoles_twoHundredOpen_costNoThreadEach() throws Exception {
    List<Label> names =
        IntStream.rangeClosed(1, CONSOLES).mapToObj(i -> new Label("n" + i)).toList();
    SimOptions options = new SimOptions(0, state, List.of(), names, 1, Optional.empty());
    List<BmcConsole> consoles = new ArrayList<>();
    int before = Thread.activeCount();
    try (SimSwitchServer server = SimSwitchServer.start(options);
        SimBmcAdmin admin = SimBmcAdmin.connect(server.port())) {
      for (Label name : names) {
        consoles.add(console(name, server.port()));
      }
      assertThat(Thread.activeCount() - before).isLessThan(20);
      for (Label name : names) {
        admin.print(name, name.value().getBytes(StandardCharsets.US_ASCII));
        BmcConsole console = consoles.get(names.indexOf(name));
        byte[] read = new byte[100];
        int length = 0;
        while (length == 0) {
          length = console.read(read);
        }
        assertThat(new String(read, 0, length, StandardCharsets.US_ASCII)).isEqualTo(name.value());
      }
    } finally {
      consoles.forEach(BmcConsole::close);
    }
  }

  private static BmcConsole console(Label name, int port) {
    BmcEndpoint endpoint =
        new BmcEndpoint(
            name,
            "127.0.0.1:" + port,
            "",
            Secret.NONE,
            Optional.empty(),
            Map.of(),
            Duration.ofSeconds(5),
            () -> true);
    try (BmcSession session = new SimBmc().open(endpoint)) {
      return session.console();
    }
  }
}
