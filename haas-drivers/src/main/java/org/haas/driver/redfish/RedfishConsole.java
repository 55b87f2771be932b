package org.haas.driver.redfish;

import java.util.Map;
import java.util.Optional;
import org.haas.driver.ssh.SshConsole;
import org.haas.driver.wire.ConsoleRegister;
import org.haas.driver.wire.HostPort;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * Where a system's serial console is: by SSH, as the system itself says, or its manager.
 *
 * @param command what has to be typed first; empty: nothing
 */
record RedfishConsole(RedfishClient client, int port, String command) {
  private static final int SSH_PORT = 22;

  static RedfishConsole of(RedfishClient client, Object system, long deadline) {
    Object own = ObjectPath.at(system, "SerialConsole", "SSH").orElse(Map.of());
    if (isOn(own)) {
      return new RedfishConsole(
          client, port(own), ObjectPath.text(own, "ConsoleEntryCommand").orElse(""));
    }
    Optional<String> link =
        ObjectPath.text(system, "Links", "ManagedBy", 0, "@odata.id").flatMap(client::path);
    Object manager = link.map(path -> client.get(path, deadline)).orElse(Map.of());
    boolean bySsh =
        ObjectPath.texts(manager, "SerialConsole", "ConnectTypesSupported").contains("SSH")
            && !ObjectPath.at(manager, "SerialConsole", "ServiceEnabled")
                .filter(Boolean.FALSE::equals)
                .isPresent();
    if (!bySsh) {
      throw RedfishFailures.refused(
          client.endpoint(), "offers no serial console by SSH, and HaaS knows no other by Redfish");
    }
    return new RedfishConsole(client, managersPort(client, manager, deadline), "");
  }

  private static int managersPort(RedfishClient client, Object manager, long deadline) {
    return ObjectPath.text(manager, "NetworkProtocol", "@odata.id")
        .flatMap(client::path)
        .map(path -> port(ObjectPath.at(client.get(path, deadline), "SSH").orElse(Map.of())))
        .orElse(SSH_PORT);
  }

  private static boolean isOn(Object ssh) {
    return ObjectPath.at(ssh, "ServiceEnabled").filter(Boolean.TRUE::equals).isPresent();
  }

  private static int port(Object ssh) {
    return ObjectPath.at(ssh, "Port")
        .filter(Long.class::isInstance)
        .map(number -> ((Long) number).intValue())
        .filter(number -> number > 0 && number <= 65_535)
        .orElse(SSH_PORT);
  }

  BmcConsole open(ConsoleRegister register, String address) {
    String hostKey =
        Optional.ofNullable(client.endpoint().settings().get(RedfishBmc.HOST_KEY))
            .orElseThrow(
                () ->
                    new DriverException(
                        Kind.HOST_KEY_CHANGED,
                        client.endpoint().described()
                            + " has a console by SSH whose host key is not enrolled: put its"
                            + " SHA-256 fingerprint into the setting hostkey."));
    SshConsole console =
        SshConsole.open(client.endpoint(), new HostPort(client.host(), port), hostKey, command);
    console.whenClosed(() -> register.remove(address, console));
    register.add(address, console);
    return console;
  }
}
