package org.haas.switches;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.operation.QueueId;
import org.haas.spi.Label;

/** A switch, of whatever vendor: one table for all, what differs is in its settings. */
@Entity
@Table(name = "switch")
public class Switch {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;
  private String type;
  private String host;

  @Column(name = "tcp_port")
  private int tcpPort;

  private String username;
  private byte[] secret;

  @Column(name = "host_key")
  private String hostKey;

  private String settings;

  @Version private int version;

  /** For JPA. */
  protected Switch() {}

  /** As specified; the secret is sealed already. */
  public Switch(SwitchSpec spec, int tcpPort, byte[] closedSecret) {
    this.label = spec.name().value();
    become(spec, tcpPort, closedSecret);
  }

  /** Takes over what the specification says; the name stays. */
  void become(SwitchSpec spec, int port, byte[] closedSecret) {
    type = spec.type();
    host = spec.host();
    tcpPort = port;
    username = spec.username();
    secret = closedSecret;
    hostKey = spec.hostKey().orElse(null);
    JsonObjectBuilder json = JSON.createObjectBuilder();
    new TreeMap<>(spec.settings()).forEach(json::add);
    settings = json.build().toString();
  }

  /** Trusts that host key from now on. */
  void enrol(String key) {
    hostKey = key;
  }

  /** Where its secret is sealed for. */
  static String secretPlace(Label switchName) {
    return "switch/" + switchName + "/secret";
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The name. */
  public Label label() {
    return new Label(label);
  }

  /** The driver's type. */
  public String type() {
    return type;
  }

  /** Its queue of operations. */
  public QueueId queue() {
    return QueueId.ofSwitch(id);
  }

  int version() {
    return version;
  }

  String host() {
    return host;
  }

  int tcpPort() {
    return tcpPort;
  }

  String username() {
    return username;
  }

  Optional<byte[]> sealedSecret() {
    return Optional.ofNullable(secret).map(byte[]::clone);
  }

  Optional<String> hostKey() {
    return Optional.ofNullable(hostKey);
  }

  Map<String, String> settings() {
    try (var reader = JSON.createReader(new StringReader(settings))) {
      JsonObject json = reader.readObject();
      Map<String, String> map = new TreeMap<>();
      json.forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
      return map;
    }
  }
}
