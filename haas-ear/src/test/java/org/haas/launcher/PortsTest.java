package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void of_otherHttpPort_movesWhatIsNotGiven() {
    Ports ports = Ports.of(new Variables(Map.of("HAAS_HTTP_PORT", "18080")));

    assertThat(ports).isEqualTo(new Ports(18080, 8180, 5433, 14848, 17010, 13700));
  }

  @Test
  void of_givenPorts_areTaken() {
    Ports ports =
        Ports.of(
            new Variables(
                Map.of(
                    "HAAS_HTTP_PORT", "18080",
                    "HAAS_KEYCLOAK_PORT", "1",
                    "HAAS_DB_PORT", "2",
                    "HAAS_ADMIN_PORT", "3",
                    "HAAS_SIM_PORT", "4")));

    assertThat(ports).isEqualTo(new Ports(18080, 1, 2, 3, 4, 13700));
  }

  @Test
  void of_httpPortThatMovesOthersOutOfRange_leavesThoseWhereTheyAre() {
    Ports ports = Ports.of(new Variables(Map.of("HAAS_HTTP_PORT", "80")));

    assertThat(ports).isEqualTo(new Ports(80, 8180, 5433, 4848, 7010, 3700));
  }

  @Test
  void requireFree_takenPort_namesPortVariableAndPart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(Ports.answers(port)).isTrue();
      assertThatThrownBy(() -> Ports.requireFree(port, "HAAS_HTTP_PORT", "the portal"))
          .isInstanceOf(Failure.class)
          .hasMessageContainingAll(Integer.toString(port), "HAAS_HTTP_PORT", "the portal");
    }
  }

  @Test
  void requireFree_freePort_passes() throws IOException {
    int port;
    try (ServerSocket given = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = given.getLocalPort();
    }

    assertThat(Ports.answers(port)).isFalse();
    assertThatCode(() -> Ports.requireFree(port, "HAAS_HTTP_PORT", "the portal"))
        .doesNotThrowAnyException();
  }
}
