package org.haas.it.drivers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.haas.it.lab.Nic;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;

/**
 * The lab's switches through their drivers, with one session each, as one of its documents says.
 */
final class LabSwitches implements AutoCloseable {
  private final Map<String, SwitchSession> sessions = new LinkedHashMap<>();

  LabSwitches(String document) {
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      for (JsonObject each :
          reader.readObject().getJsonArray("switches").getValuesAs(JsonObject.class)) {
        sessions.put(each.getString("name"), driver(each.getString("type")).open(endpoint(each)));
      }
    }
  }

  /**
   * Gives the ports of these NICs what they shall carry, one visit to each switch.
   *
   * @return what the switches say afterwards
   */
  Map<Nic, PortConfig> configure(Map<Nic, PortConfig> desired) {
    Map<Nic, PortConfig> read = new LinkedHashMap<>();
    for (String name : sessions.keySet()) {
      List<Nic> nics =
          desired.keySet().stream().filter(nic -> nic.switchName().equals(name)).toList();
      Map<Nic, PortConfig> before = read(name, nics);
      List<PortChange> changes = new ArrayList<>();
      for (Nic nic : nics) {
        changes.add(new PortChange(port(nic), before.get(nic), desired.get(nic)));
      }
      session(name).apply(changes);
      read.putAll(read(name, nics));
    }
    return read;
  }

  Map<Nic, PortConfig> read(String switchName, List<Nic> nics) {
    Map<PortName, PortConfig> ports =
        session(switchName).read(nics.stream().map(LabSwitches::port).toList());
    Map<Nic, PortConfig> read = new LinkedHashMap<>();
    nics.forEach(nic -> read.put(nic, ports.get(port(nic))));
    return read;
  }

  private SwitchSession session(String switchName) {
    return sessions.get(switchName);
  }

  private static PortName port(Nic nic) {
    return new PortName(nic.port());
  }

  static SwitchDriver driver(String type) {
    return ServiceLoader.load(SwitchDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  static SwitchEndpoint endpoint(JsonObject document) {
    return new SwitchEndpoint(
        new Label(document.getString("name")),
        document.getString("host"),
        document.getInt("port"),
        document.getString("username"),
        new Secret(document.getString("privateKey")),
        Optional.of(document.getString("hostKey")),
        Map.of("bridge", document.getJsonObject("settings").getString("bridge")),
        Duration.ofSeconds(10),
        () -> true);
  }

  @Override
  public void close() {
    sessions.values().forEach(SwitchSession::close);
  }
}
