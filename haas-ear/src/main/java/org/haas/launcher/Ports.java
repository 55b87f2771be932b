package org.haas.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * The TCP ports, all on 127.0.0.1. Those that are not given keep their distance to the port of the
 * portal, so two instances with two portal ports do not meet.
 *
 * @param simulator of the simulated switches
 */
record Ports(int http, int keycloak, int database, int admin, int simulator, int iiop) {
  private static final int HTTP = 8080;

  /** Ports from the environment. */
  static Ports of(Variables variables) {
    int http = variables.port("HAAS_HTTP_PORT").orElse(HTTP);
    return new Ports(
        http,
        variables.port("HAAS_KEYCLOAK_PORT").orElse(8180),
        variables.port("HAAS_DB_PORT").orElse(5433),
        variables.port("HAAS_ADMIN_PORT").orElse(moved(4848, http)),
        variables.port("HAAS_SIM_PORT").orElse(moved(7010, http)),
        moved(3700, http));
  }

  private static int moved(int usual, int http) {
    int port = usual + http - HTTP;
    return port >= 1024 && port <= 65535 ? port : usual;
  }

  /**
   * Finds out that a part can listen, before anything is started.
   *
   * @throws Failure naming the port and the variable that moves it
   */
  static void requireFree(int port, String variable, String part) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(loopback(port));
    } catch (IOException taken) {
      throw new Failure(
          "Port %d of 127.0.0.1, for %s, is in use: stop what listens there, or set %s to another port."
              .formatted(port, part, variable),
          taken);
    }
  }

  /** Whether something listens on the port. */
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(loopback(port), 1000);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }
}
