package org.haas.node;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.spi.Label;

/** A machine's management controller as it is recorded; its secrets are sealed. */
@Entity
@Table(name = "bmc")
public class Bmc {
  @Id
  @Column(name = "node_id")
  private long nodeId;

  private String type;
  private String address;
  private String username;
  private byte[] secret;
  private String certificate;
  private String settings;
  private byte[] token;

  @Version private int version;

  /** For JPA. */
  protected Bmc() {}

  /** As specified; the secret is sealed already. */
  Bmc(Node node, BmcSpec spec, Optional<byte[]> closedSecret) {
    nodeId = node.id();
    become(spec, closedSecret);
  }

  /** Takes over what the specification says; a token of the one before is void. */
  final void become(BmcSpec spec, Optional<byte[]> closedSecret) {
    type = spec.type();
    address = spec.address();
    username = spec.username();
    secret = closedSecret.orElse(null);
    certificate = spec.certificate().orElse(null);
    JsonObjectBuilder json = JSON.createObjectBuilder();
    new TreeMap<>(spec.settings()).forEach(json::add);
    settings = json.build().toString();
    token = null;
  }

  /** Keeps the sealed token that HIL's clients are sent on with; empty: it is void. */
  void keep(Optional<byte[]> closedToken) {
    token = closedToken.orElse(null);
  }

  /** Where its secret is sealed for. */
  static String secretPlace(Label node) {
    return "node/" + node + "/bmc_secret";
  }

  /** Where its token is sealed for. */
  static String tokenPlace(Label node) {
    return "node/" + node + "/obm_token";
  }

  String type() {
    return type;
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

  Optional<byte[]> sealedToken() {
    return Optional.ofNullable(token).map(byte[]::clone);
  }

  Optional<String> certificate() {
    return Optional.ofNullable(certificate);
  }

  int version() {
    return version;
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
