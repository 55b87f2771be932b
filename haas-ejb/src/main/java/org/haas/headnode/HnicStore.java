package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.network.Network;
import org.haas.spi.MacAddress;

/** Adds NICs to headnodes, and knows what they can be put on. */
@ApplicationScoped
class HnicStore {
  /** What a virtual machine can have is 24; some are left for those that are being taken out. */
  private static final int MOST = 16;

  private static final int OWN_BYTES = 5;

  private final SecureRandom random = new SecureRandom();

  @PersistenceContext private EntityManager database;
  @Inject private HeadnodeStore store;
  @Inject private HypervisorDrivers drivers;

  /**
   * Adds one; the headnode's row is locked.
   *
   * @throws HaasException DUPLICATE name or MAC address are taken; BLOCKED there are too many
   */
  @Transactional(TxType.MANDATORY)
  HnicView add(Headnode headnode, HnicSpec spec) {
    if (store.nics(headnode).size() >= MOST) {
      throw HaasException.blocked(
          "Headnode %s has %d NICs, and can have no more; delete one first."
              .formatted(headnode.label(), MOST));
    }
    Hnic made = new Hnic(headnode, spec.name(), spec.mac().orElseGet(this::own), spec.address());
    database.persist(made);
    database.flush();
    store.announce(headnode);
    return new HnicView(made.label(), made.mac(), spec.address(), Optional.empty(), true);
  }

  /** A locally administered one; that two are the same the database refuses. */
  private MacAddress own() {
    byte[] bytes = new byte[OWN_BYTES];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder("02");
    for (byte part : bytes) {
      text.append(String.format(":%02x", part));
    }
    return new MacAddress(text.toString());
  }

  /**
   * Refuses a network whose VLAN the headnode's hypervisor keeps for NICs that are unplugged.
   *
   * @throws HaasException BLOCKED
   */
  @Transactional(TxType.MANDATORY)
  void requireCarriable(Hnic nic, Network network) {
    Hypervisor host = database.find(Hypervisor.class, nic.headnode().hypervisorId());
    boolean reserved =
        drivers
            .find(host.type())
            .filter(driver -> driver.reserved().contains(network.vlan()))
            .isPresent();
    if (reserved) {
      throw HaasException.blocked(
          "Network %s has a VLAN that hypervisors keep for themselves; use another network."
              .formatted(network.label()));
    }
  }
}
