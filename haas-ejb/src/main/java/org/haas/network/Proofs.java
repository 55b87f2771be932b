package org.haas.network;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Shows that a network is where it shall be, and nowhere else. */
@Stateless
public class Proofs {
  @Inject private Access access;
  @Inject private NetworkSearch networks;
  @Inject private ProofSearch search;

  /**
   * What the switches were last read as. Asks no switch: each visit, and each check, reads its
   * ports and leaves that here.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ProofView of(Label network) {
    access.requireLogin();
    return search.of(networks.show(network));
  }
}
