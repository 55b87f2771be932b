package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.TreeMap;
import org.haas.node.NicView;
import org.haas.node.NodeState;
import org.haas.node.NodeView;

/**
 * A node as HIL shows it.
 *
 * @param cabling whether to tell which switch port is behind a NIC: to administrators
 */
record NodeReply(NodeView node, Connections connections, boolean cabling) {

  JsonObject json() {
    JsonObjectBuilder metadata = JSON.createObjectBuilder();
    new TreeMap<>(node.metadata()).forEach(metadata::add);
    return JSON.createObjectBuilder()
        .add("name", node.name().value())
        .add("project", Reply.orNull(node.project().filter(holder -> isHeld())))
        .add("nics", nics())
        .add("metadata", metadata)
        .build();
  }

  /** HIL knows no way between: what was given back is nobody's. */
  private boolean isHeld() {
    return node.state() != NodeState.RELEASING;
  }

  private JsonArrayBuilder nics() {
    JsonArrayBuilder nics = JSON.createArrayBuilder();
    node.nics().stream()
        .sorted(Comparator.comparing(NicView::name))
        .map(this::nic)
        .forEach(nics::add);
    return nics;
  }

  private JsonObjectBuilder nic(NicView nic) {
    JsonObjectBuilder object =
        JSON.createObjectBuilder()
            .add("label", nic.name().value())
            .add("macaddr", nic.mac().value());
    if (cabling) {
      object.add("port", Reply.orNull(nic.port()));
      object.add("switch", Reply.orNull(nic.switchName()));
    }
    return object.add("networks", connections.ofNic(node.name(), nic.name()));
  }
}
