package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.haas.config.HaasConfig;
import org.haas.config.Seal;
import org.haas.error.HaasException;
import org.haas.operation.QueueId;
import org.haas.operation.QueueStore;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** The recorded management controllers, and how to log in to one. */
@ApplicationScoped
public class BmcStore {
  @PersistenceContext private EntityManager database;
  @Inject private BmcDrivers drivers;
  @Inject private HaasConfig config;
  @Inject private Seal seal;
  @Inject private QueueStore queues;

  /**
   * Records the controller of a node, in place of the one before.
   *
   * @throws HaasException BAD_ARGUMENT unknown type, setting or form
   */
  @Transactional(TxType.MANDATORY)
  void record(Node node, BmcSpec spec) {
    drivers.check(spec);
    Optional<byte[]> closed =
        Optional.of(spec.secret())
            .filter(secret -> !secret.isEmpty())
            .map(secret -> seal.close(secret, Bmc.secretPlace(node.label())));
    find(node)
        .ifPresentOrElse(
            known -> known.become(spec, closed),
            () -> database.persist(new Bmc(node, spec, closed)));
    database.flush();
    queues.open(QueueId.ofNode(node.id()));
    askAnew(node);
  }

  /** What was read from another controller is not to be believed. */
  private void askAnew(Node node) {
    database
        .createNativeQuery(
            "insert into node_power (node_id) values (?1) on conflict (node_id) do update set"
                + " state = 'UNKNOWN', read_at = null, error = null, failed_at = null,"
                + " failures = 0, poll_at = clock_timestamp()")
        .setParameter(1, node.id())
        .executeUpdate();
  }

  /** Forgets it, with what it said. */
  @Transactional(TxType.MANDATORY)
  void forget(Bmc known, Node node) {
    database.remove(known);
    database.flush();
    database
        .createNativeQuery("delete from node_power where node_id = ?1")
        .setParameter(1, node.id())
        .executeUpdate();
  }

  /** Whether the node's controller is what the specification says, its secret included. */
  @Transactional(TxType.MANDATORY)
  boolean same(Node node, BmcSpec spec) {
    return find(node)
        .filter(
            known ->
                known.type().equals(spec.type())
                    && known.address().equals(spec.address())
                    && known.username().equals(spec.username())
                    && known.certificate().equals(spec.certificate())
                    && known.settings().equals(spec.settings())
                    && secret(known, node).reveal().equals(spec.secret().reveal()))
        .isPresent();
  }

  /** The controller of a node, if it has one. */
  @Transactional(TxType.MANDATORY)
  Optional<Bmc> find(Node node) {
    return Optional.ofNullable(database.find(Bmc.class, node.id()));
  }

  /** As it is shown to an administrator. */
  @Transactional(TxType.MANDATORY)
  Optional<BmcView> view(Node node) {
    return find(node)
        .map(
            known ->
                new BmcView(
                    node.label(),
                    known.type(),
                    known.address(),
                    known.username(),
                    known.certificate(),
                    known.settings(),
                    drivers.find(known.type()).isPresent()));
  }

  /** The type of a node's controller; empty when it has none. */
  @Transactional
  public Optional<String> type(long nodeId) {
    return Optional.ofNullable(database.find(Bmc.class, nodeId)).map(Bmc::type);
  }

  /** A number that changes when the controller's record does; -1 when there is none. */
  @Transactional
  public int version(long nodeId) {
    return Optional.ofNullable(database.find(Bmc.class, nodeId)).map(Bmc::version).orElse(-1);
  }

  /**
   * How a controller is spoken to.
   *
   * @param endpoint where it is and how to log in, its secret opened
   */
  public record Controller(BmcDriver driver, BmcEndpoint endpoint) {}

  /**
   * The controller of a node, by one transaction.
   *
   * @param mayProceed asked before each command: whether the caller still has the right to send it
   * @throws DriverException REFUSED the node has no controller, or there is no driver for it
   */
  @Transactional(dontRollbackOn = DriverException.class)
  public Controller controller(long nodeId, BooleanSupplier mayProceed) {
    Bmc known = known(nodeId);
    Node node = database.find(Node.class, nodeId);
    return new Controller(driver(known.type()), endpoint(known, node, mayProceed));
  }

  private BmcEndpoint endpoint(Bmc known, Node node, BooleanSupplier mayProceed) {
    return new BmcEndpoint(
        node.label(),
        known.address(),
        known.username(),
        secret(known, node),
        known.certificate(),
        known.settings(),
        config.bmcTimeout(),
        mayProceed);
  }

  /**
   * A node of HIL's OBM daemon.
   *
   * @param address its URL there
   * @param admin the daemon's password
   * @param token what its users are sent there with
   */
  public record Obmd(String address, Secret admin, Optional<Secret> token) {}

  /** The OBM daemon of a node; empty when it has another controller or none. */
  @Transactional(TxType.MANDATORY)
  public Optional<Obmd> obmd(Node node) {
    return find(node)
        .filter(known -> known.type().equals(BmcDrivers.OBMD))
        .map(
            known ->
                new Obmd(
                    known.address(),
                    secret(known, node),
                    known
                        .sealedToken()
                        .map(bytes -> seal.open(bytes, Bmc.tokenPlace(node.label())))));
  }

  /** Keeps the token of a node's OBM daemon, or forgets it. */
  @Transactional(TxType.MANDATORY)
  public void keepToken(Node node, Optional<Secret> token) {
    find(node)
        .ifPresent(
            known -> known.keep(token.map(text -> seal.close(text, Bmc.tokenPlace(node.label())))));
  }

  private BmcDriver driver(String type) {
    return drivers
        .find(type)
        .orElseThrow(
            () ->
                refused(
                    "There is no driver for BMCs of type %s in this installation."
                        .formatted(type)));
  }

  private Bmc known(long nodeId) {
    Bmc known = database.find(Bmc.class, nodeId);
    if (known == null) {
      throw refused("The node has no BMC; an administrator has to record one.");
    }
    return known;
  }

  private Secret secret(Bmc known, Node node) {
    Label label = node.label();
    return known
        .sealedSecret()
        .map(bytes -> seal.open(bytes, Bmc.secretPlace(label)))
        .orElse(Secret.NONE);
  }

  private static DriverException refused(String words) {
    return new DriverException(DriverException.Kind.REFUSED, words);
  }
}
