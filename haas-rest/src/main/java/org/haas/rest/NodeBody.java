package org.haas.rest;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.haas.network.AttachmentState;
import org.haas.node.NicView;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.PowerView;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;

/** A node with what its NICs are connected to. */
record NodeBody(
    Label name,
    NodeState state,
    Optional<Label> project,
    boolean mine,
    Optional<PowerView> power,
    Optional<String> releasing,
    Optional<UUID> release,
    Map<String, JsonValue> metadata,
    List<Nic> nics) {

  /** A NIC. */
  record Nic(
      Label name,
      MacAddress mac,
      boolean cabled,
      Optional<Label> switchName,
      Optional<PortName> port,
      List<Connected> networks) {}

  /** A network on a NIC. */
  record Connected(Label network, Channel channel, AttachmentState state) {}

  static NodeBody of(NodeView node) {
    return new NodeBody(
        node.name(),
        node.state(),
        node.project(),
        node.mine(),
        node.power(),
        node.releasing(),
        node.release(),
        metadata(node),
        node.nics().stream().map(NodeBody::nic).toList());
  }

  private static Nic nic(NicView nic) {
    return new Nic(
        nic.name(),
        nic.mac(),
        nic.cabled(),
        nic.switchName(),
        nic.port(),
        nic.networks().stream().map(NodeBody::connection).toList());
  }

  private static Connected connection(NicView.Connection on) {
    return new Connected(on.network(), on.channel(), AttachmentState.valueOf(on.state()));
  }

  private static Map<String, JsonValue> metadata(NodeView node) {
    Map<String, JsonValue> values = new TreeMap<>();
    node.metadata()
        .forEach(
            (label, text) -> {
              try (JsonReader reader = JSON.createReader(new StringReader(text))) {
                values.put(label, reader.readValue());
              }
            });
    return values;
  }
}
