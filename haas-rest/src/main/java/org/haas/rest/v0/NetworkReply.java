package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.TreeSet;
import org.haas.network.NetworkView;
import org.haas.network.Visibility;
import org.haas.spi.Label;

/** A network as HIL shows it. */
record NetworkReply(NetworkView network) {

  /** As in the list of all. */
  JsonObject brief() {
    return JSON.createObjectBuilder()
        .add("network_id", network.vlan().map(Object::toString).orElse(""))
        .add("projects", projects())
        .build();
  }

  /** As one alone. */
  JsonObject full(Connections connections) {
    return JSON.createObjectBuilder()
        .add("name", network.name().value())
        .add("owner", network.owner().map(Label::value).orElse(NetworkRequest.ADMIN))
        .add("access", projects())
        .add("channels", Reply.array(network.channels()))
        .add("connected-nodes", connections.nicsByNode())
        .build();
  }

  /** Who may use it, the owner too; null: everybody. */
  private JsonValue projects() {
    if (network.visibility() == Visibility.PUBLIC) {
      return JsonValue.NULL;
    }
    TreeSet<Label> users = new TreeSet<>(network.grants());
    network.owner().ifPresent(users::add);
    return Reply.array(users);
  }
}
