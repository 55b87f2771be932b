package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haas.network.AttachmentState;
import org.haas.network.AttachmentView;
import org.haas.spi.Label;

/**
 * What NICs are connected to, as HIL tells it: a network that is still on its way is not yet there,
 * one that is being taken off still is.
 */
final class Connections {
  private final List<AttachmentView> all;

  /** Leaves out what is on its way; sorts, so that on one channel the newer one is told. */
  Connections(List<AttachmentView> attachments) {
    all =
        attachments.stream()
            .filter(attachment -> attachment.state() != AttachmentState.ATTACHING)
            .sorted((one, other) -> other.state().compareTo(one.state()))
            .toList();
  }

  /** The networks of a NIC by channel. */
  JsonObject ofNic(Label node, Label nic) {
    Map<String, String> networks = new TreeMap<>();
    for (AttachmentView attachment : all) {
      if (attachment.node().equals(node) && attachment.nic().equals(nic)) {
        networks.put(attachment.channel().toString(), attachment.network().value());
      }
    }
    JsonObjectBuilder object = JSON.createObjectBuilder();
    networks.forEach(object::add);
    return object.build();
  }

  /** For each node one NIC, its channel and the node's project; HIL has room for one only. */
  JsonObject byNode() {
    Map<Label, AttachmentView> nodes = new TreeMap<>();
    all.forEach(attachment -> nodes.put(attachment.node(), attachment));
    JsonObjectBuilder object = JSON.createObjectBuilder();
    nodes.forEach((node, attachment) -> object.add(node.value(), entry(attachment)));
    return object.build();
  }

  /** The connected NICs of each node. */
  JsonObject nicsByNode() {
    Map<Label, List<Label>> nodes =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    AttachmentView::node,
                    TreeMap::new,
                    Collectors.mapping(AttachmentView::nic, Collectors.toList())));
    JsonObjectBuilder object = JSON.createObjectBuilder();
    nodes.forEach(
        (node, nics) ->
            object.add(node.value(), Reply.array(nics.stream().distinct().sorted().toList())));
    return object.build();
  }

  private static JsonObject entry(AttachmentView attachment) {
    return JSON.createObjectBuilder()
        .add("nic", attachment.nic().value())
        .add("channel", attachment.channel().toString())
        .add("project", attachment.project().value())
        .build();
  }
}
