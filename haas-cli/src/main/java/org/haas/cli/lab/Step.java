package org.haas.cli.lab;

import jakarta.json.JsonObject;
import java.util.Set;
import org.haas.cli.json.JsonText;

/**
 * Something to do.
 *
 * @param kind what
 * @param name of the network or node; {@code NODE/NIC} of a NIC
 * @param now the networks on the NIC
 * @param then those that shall be
 */
record Step(Kind kind, String name, Set<Link> now, Set<Link> then) {
  /** What is done, in this order. */
  enum Kind {
    CREATE_NETWORK("create network"),
    RESERVE_NODE("reserve node"),
    CHANGE_NIC("change NIC"),
    RELEASE_NODE("release node"),
    DELETE_NETWORK("delete network");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Of a thing that comes or goes as a whole. */
  static Step of(Kind kind, String name) {
    return new Step(kind, name, Set.of(), Set.of());
  }

  /** As it is shown. */
  JsonObject view() {
    var view = JsonText.object().add("change", kind.words).add("name", name);
    if (kind == Kind.CHANGE_NIC) {
      view.add("now", Link.text(now)).add("then", Link.text(then));
    }
    return view.build();
  }
}
