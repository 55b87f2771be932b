package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.haas.audit.AuditTrail;
import org.haas.node.BmcStore;
import org.haas.node.Node;
import org.haas.node.NodeStore;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** What is known of HIL's out-of-band management of a node. */
@ApplicationScoped
class ObmStore {
  @Inject private NodeStore nodes;
  @Inject private BmcStore bmcs;
  @Inject private SightingStore sightings;
  @Inject private AuditTrail trail;

  /**
   * An OBM daemon's node.
   *
   * @param uri of the node there, without a slash at its end
   * @param admin the daemon's password
   * @param token what users are sent there with, while the OBM is enabled
   */
  record Daemon(Label node, String uri, Secret admin, Optional<Secret> token) {
    URI at(String route, Secret with) {
      return URI.create(
          "%s/%s?token=%s"
              .formatted(uri, route, URLEncoder.encode(with.reveal(), StandardCharsets.UTF_8)));
    }
  }

  /** The daemon of a node that the caller may use; empty when it has another controller or none. */
  @Transactional
  Optional<Daemon> daemon(Label label) {
    Node node = nodes.require(label);
    nodes.requireHolder(node);
    return bmcs.obmd(node)
        .map(
            obmd ->
                new Daemon(
                    label, obmd.address().replaceFirst("/+$", ""), obmd.admin(), obmd.token()));
  }

  /** Switches it on or off; keeps the token, or forgets it. */
  @Transactional(TxType.REQUIRES_NEW)
  void enable(Label label, boolean enabled, Optional<Secret> token) {
    Node node = nodes.locked(label);
    nodes.requireHolder(node);
    node.enableObm(enabled);
    bmcs.keepToken(node, token);
    if (enabled) {
      sightings.touched(node.id());
    }
    trail.record("node.obm", "", label.value(), "node=%s, enabled=%s".formatted(label, enabled));
  }
}
