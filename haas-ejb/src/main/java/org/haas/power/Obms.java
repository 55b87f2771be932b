package org.haas.power;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.power.ObmStore.Daemon;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * HIL's out-of-band management of a node: switched on and off. For a node of an OBM daemon, whoever
 * may use it is sent there with a token, which is made when it is enabled and void when it is not.
 * For members of the node's project and administrators.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Obms {
  @Inject private Access access;
  @Inject private ObmStore store;
  @Inject private ObmTokens tokens;

  /**
   * Switches it on or off. Goes over the network for a node of an OBM daemon. Repeats safely.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN nobody holds it; BLOCKED it was given back;
   *     UNAVAILABLE the daemon does not answer, or refuses
   */
  public void enable(Label node, boolean enabled) {
    access.requireLogin();
    Optional<Daemon> daemon = store.daemon(node);
    Optional<Secret> token = Optional.empty();
    if (daemon.isPresent() && enabled) {
      token = daemon.get().token().or(() -> Optional.of(tokens.make(daemon.get())));
    }
    if (daemon.isPresent() && !enabled && daemon.get().token().isPresent()) {
      tokens.end(daemon.get());
    }
    store.enable(node, enabled, token);
  }

  /**
   * Where the node's daemon does that, with the token in it; empty when the node has none: then it
   * is done here.
   *
   * @param route such as {@code power_on}
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN; BLOCKED the OBM has to be enabled
   */
  public Optional<URI> daemon(Label node, String route) {
    access.requireLogin();
    return store
        .daemon(node)
        .map(
            daemon ->
                daemon.at(
                    route,
                    daemon
                        .token()
                        .orElseThrow(
                            () ->
                                HaasException.blocked(
                                    "The OBM of node %s has no token; disable and enable it."
                                        .formatted(node)))));
  }
}
