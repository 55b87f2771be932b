package org.haas.headnode;

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

/** A host on which headnodes run, as it is recorded; its secret is sealed. */
@Entity
@Table(name = "hypervisor")
public class Hypervisor {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;
  private String type;
  private String address;
  private String username;
  private byte[] secret;

  @Column(name = "host_key")
  private String hostKey;

  private String settings;

  @Version private int version;

  /** For JPA. */
  protected Hypervisor() {}

  /** As specified; the secret is sealed already. */
  Hypervisor(HypervisorSpec spec, Optional<byte[]> closedSecret) {
    label = spec.name().value();
    type = spec.type();
    address = spec.address();
    username = spec.username();
    secret = closedSecret.orElse(null);
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
  static String secretPlace(Label hypervisor) {
    return "hypervisor/" + hypervisor + "/secret";
  }

  long id() {
    return id;
  }

  Label label() {
    return new Label(label);
  }

  String type() {
    return type;
  }

  /** Its queue of operations. */
  QueueId queue() {
    return QueueId.ofHypervisor(id);
  }

  String address() {
    return address;
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
