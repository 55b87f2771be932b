package org.haas.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.config.Seal;
import org.haas.error.HaasException;
import org.haas.operation.Journal;
import org.haas.operation.QueueStore;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** Finds and registers switches and ports for the boundaries, inside their transactions. */
@ApplicationScoped
public class SwitchStore {
  @PersistenceContext private EntityManager database;
  @Inject private Drivers drivers;
  @Inject private HaasConfig config;
  @Inject private Seal seal;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The switch of that name. */
  public Optional<Switch> find(Label label) {
    return query(label).getResultStream().findFirst();
  }

  /**
   * The switch of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  public Switch require(Label label) {
    return find(label).orElseThrow(() -> HaasException.notFound("switch", label));
  }

  /**
   * The switch of that name, its row locked until the transaction ends.
   *
   * @throws HaasException NOT_FOUND
   */
  Switch locked(Label label) {
    return query(label)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("switch", label));
  }

  private TypedQuery<Switch> query(Label label) {
    return database
        .createQuery("select s from Switch s where s.label = :label", Switch.class)
        .setParameter("label", label.value());
  }

  /** The port of that name. */
  public Optional<Port> findPort(Switch owner, PortName name) {
    return database
        .createQuery(
            "select p from Port p join fetch p.owner where p.owner = :owner and p.name = :name",
            Port.class)
        .setParameter("owner", owner)
        .setParameter("name", name.value())
        .getResultStream()
        .findFirst();
  }

  /**
   * The port of that name, its row locked until the transaction ends.
   *
   * @throws HaasException NOT_FOUND no such switch or port
   */
  public Port lockedPort(Label switchName, PortName name) {
    Port port =
        findPort(require(switchName), name)
            .orElseThrow(() -> HaasException.notFound("port", name + " on switch " + switchName));
    database.lock(port, LockModeType.PESSIMISTIC_WRITE);
    return port;
  }

  /** The ports of a switch in the order of their registration. */
  public List<Port> ports(Switch owner) {
    return database
        .createQuery("select p from Port p where p.owner = :owner order by p.id", Port.class)
        .setParameter("owner", owner)
        .getResultList();
  }

  /**
   * Records a switch.
   *
   * @throws HaasException DUPLICATE; BAD_ARGUMENT unknown type, setting or form
   */
  public Switch register(SwitchSpec spec) {
    Switch made = new Switch(spec, check(spec), closed(spec));
    database.persist(made);
    database.flush();
    queues.open(made.queue());
    return made;
  }

  /** Takes over what the specification says, and asks for all ports to be read again. */
  public void change(Switch known, SwitchSpec spec, String requestedBy) {
    known.become(spec, check(spec), closed(spec));
    database.flush();
    readAgain(known, requestedBy);
  }

  /** After a change of address, login or host key nothing is believed: all ports are read again. */
  void readAgain(Switch known, String requestedBy) {
    for (Port port : ports(known)) {
      journal.enqueue(SwitchOperation.read(port, requestedBy, clock.instant()));
    }
  }

  /** Whether the switch is what the specification says, its secret included. */
  public boolean same(Switch known, SwitchSpec spec) {
    return known.type().equals(spec.type())
        && known.host().equals(spec.host())
        && known.tcpPort() == check(spec)
        && known.username().equals(spec.username())
        && known.hostKey().equals(spec.hostKey())
        && known.settings().equals(spec.settings())
        && secret(known).reveal().equals(spec.secret().reveal());
  }

  /**
   * Records a port, and asks for it to be parked and read.
   *
   * @throws HaasException DUPLICATE; BAD_ARGUMENT a name that such a switch cannot have
   */
  public Port registerPort(Switch owner, PortName name, PortRole role, String requestedBy) {
    try {
      drivers.find(owner.type()).ifPresent(driver -> driver.validate(name));
    } catch (IllegalArgumentException wrong) {
      throw HaasException.badArgument("port", wrong.getMessage());
    }
    Port port = new Port(owner, name, role);
    database.persist(port);
    database.flush();
    journal.enqueue(SwitchOperation.park(port, requestedBy, clock.instant()));
    return port;
  }

  /** Where the switch is and how to log in, its secret opened. */
  @Transactional
  public SwitchEndpoint endpoint(long switchId, BooleanSupplier mayProceed) {
    Switch known = database.find(Switch.class, switchId);
    return new SwitchEndpoint(
        known.label(),
        known.host(),
        known.tcpPort(),
        known.username(),
        secret(known),
        known.hostKey(),
        known.settings(),
        config.switchTimeout(),
        mayProceed);
  }

  /** The driver's type of the switch. */
  @Transactional
  public String type(long switchId) {
    return database.find(Switch.class, switchId).type();
  }

  /** A number that changes when the switch's address, login or host key does. */
  @Transactional
  public int version(long switchId) {
    return database.find(Switch.class, switchId).version();
  }

  /** The switches of these types, each with its {@link #version}. */
  @Transactional
  public Map<Long, Integer> versions(Set<String> types) {
    return database
        .createQuery("select s.id, s.version from Switch s where s.type in :types", Object[].class)
        .setParameter("types", types)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1]));
  }

  private Secret secret(Switch known) {
    return known
        .sealedSecret()
        .map(bytes -> seal.open(bytes, Switch.secretPlace(known.label())))
        .orElse(Secret.NONE);
  }

  private byte[] closed(SwitchSpec spec) {
    return spec.secret().isEmpty()
        ? null
        : seal.close(spec.secret(), Switch.secretPlace(spec.name()));
  }

  /** The TCP port, once everything that can be wrong was looked at. */
  private int check(SwitchSpec spec) {
    if (!drivers.knows(spec.type())) {
      throw HaasException.badArgument(
          "type",
          "there is no switch type %s; there are: %s."
              .formatted(spec.type(), String.join(", ", drivers.types())));
    }
    if (!spec.host().matches("[a-zA-Z0-9][a-zA-Z0-9.:_-]{0,252}")) {
      throw HaasException.badArgument("host", "this is a host name or an address.");
    }
    if (!spec.username().matches("[!-~]{0,64}")) {
      throw HaasException.badArgument(
          "username", "this is at most 64 printable characters without blanks.");
    }
    spec.hostKey().ifPresent(SwitchStore::checkHostKey);
    Optional<SwitchDriver> driver = drivers.find(spec.type());
    driver.ifPresent(known -> checkSettings(known, spec));
    int port = spec.port().or(() -> driver.map(SwitchDriver::defaultPort)).orElse(22);
    if (port < 1 || port > 65_535) {
      throw HaasException.badArgument("port", "this is a number from 1 to 65535.");
    }
    return port;
  }

  static void checkHostKey(String key) {
    if (!key.matches("[a-z0-9@.-]{1,64} [A-Za-z0-9+/=]{16,4096}")) {
      throw HaasException.badArgument(
          "hostKey", "this is the key's type and its base64 text, as in ssh-keyscan's output.");
    }
  }

  private static void checkSettings(SwitchDriver driver, SwitchSpec spec) {
    spec.settings()
        .forEach(
            (key, value) -> {
              if (!driver.settings().contains(key)) {
                throw HaasException.badArgument(
                    "settings",
                    "%s has no setting %s; it has: %s."
                        .formatted(driver.type(), key, String.join(", ", driver.settings())));
              }
              if (!value.matches("[a-zA-Z0-9][a-zA-Z0-9./:_-]{0,127}")) {
                throw HaasException.badArgument(
                    "settings",
                    key
                        + " has 1 to 128 letters, digits and . / : _ - and begins with a letter"
                        + " or a digit.");
              }
            });
  }
}
